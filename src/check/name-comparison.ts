import { representationWords, wordsOfId } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { Text } from '../model/index.js';
import { compareSchemas } from './like-schemas.js';
import { remarkOf, similarity, weigh, wordsOf } from './title-similarity.js';
import type { Weight } from './title-similarity.js';

/** Something that has a name: an element of a subject, or a material. */
export interface Named {
  id: string;
  title?: Text | undefined;
  schema?: JsonSchema;
}

/** From which score on a pair is pointed out; docs/reference/near-duplicates.md says what other values give. */
export const likeEnough = 0.68;

/** How much the best, the second and the third likeness count. */
const shares = [0.45, 0.35, 0.2] as const;

/** What two things with the very same schema, such as one code list, gain; and what they lose that have another. */
const sameSchemaGain = 0.04;

/** A name in its words: those of the id, and of the title in each language. */
interface Wording {
  channels: ReadonlyMap<string, readonly string[]>;
  /** The numbers in the id: `address1` and `address2` are two on purpose. */
  numbers: string;
  /** What stands in parentheses, such as a unit, by channel. */
  remarks: ReadonlyMap<string, string>;
}

/** A word that so many have brings nobody together. */
const rareAtMost = 40;

/** Compares names by their words, each weighed by how rare it is among all. */
export class NameComparison {
  readonly #weights = new Map<string, Weight>();
  readonly #wordings = new Map<Named, Wording>();
  /** By channel and word, the names that have it. */
  readonly #sharing = new Map<string, number[]>();

  /** @param all everything whose names tell which words are common: the dictionary as a whole */
  constructor(all: readonly Named[]) {
    const lists = new Map<string, (readonly string[])[]>();
    for (const [index, named] of all.entries()) {
      for (const [channel, words] of this.#wordingOf(named).channels) {
        append(lists, channel, words);
        for (const word of new Set(words)) append(this.#sharing, `${channel} ${word}`, index);
      }
    }
    for (const [channel, list] of lists) this.#weights.set(channel, weigh(list));
  }

  /** How alike two names are, from 0 to 1; 0 where something speaks against their being one. */
  score(one: Named, other: Named): number {
    const [a, b] = [this.#wordingOf(one), this.#wordingOf(other)];
    if (a.numbers !== b.numbers || hasOtherRemark(a, b)) return 0;
    const channels = [...a.channels].flatMap(([channel, words]) => {
      const there = b.channels.get(channel);
      return there === undefined ? [] : [{ channel, words, there }];
    });
    if (isQualified(channels)) return 0;
    // What no schema tells apart, its last word does: an application for a licence is no licence.
    if (one.schema === undefined && other.schema === undefined && hasOtherHead(channels)) return 0;
    const likenesses = channels.map(({ channel, words, there }) =>
      similarity(words, there, this.#weights.get(channel) ?? (() => 1)),
    );
    likenesses.sort((x, y) => y - x);
    const counted = shares.slice(0, likenesses.length);
    const whole = counted.reduce((sum, share) => sum + share, 0);
    const mean = counted.reduce((sum, share, index) => sum + share * likenesses[index]!, 0) / whole;
    if (mean + sameSchemaGain < likeEnough) return mean;
    const schemas = compareSchemas(one.schema ?? true, other.schema ?? true);
    return schemas === 'other' ? 0 : Math.min(1, mean + (schemas === 'same' ? sameSchemaGain : 0));
  }

  /** Those of a list, behind a place in it, that share a rare word with a name of the list. */
  sharing(one: Named, list: readonly Named[], index: number): Named[] {
    const found = new Set<number>();
    for (const [channel, words] of this.#wordingOf(one).channels) {
      for (const word of words) {
        const having = this.#sharing.get(`${channel} ${word}`) ?? [];
        if (having.length > rareAtMost) continue;
        for (const other of having) if (other > index) found.add(other);
      }
    }
    return [...found].sort((a, b) => a - b).map((other) => list[other]!);
  }

  #wordingOf(named: Named): Wording {
    let wording = this.#wordings.get(named);
    if (wording === undefined) this.#wordings.set(named, (wording = wordingOf(named)));
    return wording;
  }
}

function wordingOf({ id, title }: Named): Wording {
  const titles = typeof title === 'string' ? { '': title } : (title ?? {});
  const channels = new Map<string, readonly string[]>([['id', wordsOfId(id)]]);
  const remarks = new Map<string, string>();
  for (const [locale, text] of Object.entries(titles)) {
    channels.set(`title ${locale}`, wordsOf(text));
    const remark = remarkOf(text);
    if (remark !== undefined) remarks.set(locale, remark);
  }
  return { channels, numbers: (id.match(/\d+/g) ?? []).join(), remarks };
}

/** Two titles that differ in what stands in parentheses, such as yuan and ten thousand yuan. */
function hasOtherRemark(a: Wording, b: Wording): boolean {
  return [...a.remarks].some(([locale, remark]) => (b.remarks.get(locale) ?? remark) !== remark);
}

/**
 * Does one name say all that the other says, and more, in the id and in a title? Then it means a thing of its own: the
 * `newCertificateNumber`, 新不动产权证号, beside the `certificateNumber`, 不动产权证号.
 */
function isQualified(channels: readonly { words: readonly string[]; there: readonly string[] }[]): boolean {
  const isPart = (part: readonly string[], whole: readonly string[]) =>
    part.every((word) => whole.includes(word)) &&
    whole.some((word) => !part.includes(word) && !representationWords.has(word));
  const [id, ...titles] = channels;
  return (
    id !== undefined &&
    ((isPart(id.words, id.there) && titles.some(({ words, there }) => isPart(words, there))) ||
      (isPart(id.there, id.words) && titles.some(({ words, there }) => isPart(there, words))))
  );
}

/** Do the titles end in another word in each language? In Chinese and mostly in English the last one says what it is. */
function hasOtherHead(channels: readonly { words: readonly string[]; there: readonly string[] }[]): boolean {
  const [, ...titles] = channels;
  return titles.length > 0 && titles.every(({ words, there }) => words.at(-1) !== there.at(-1));
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
