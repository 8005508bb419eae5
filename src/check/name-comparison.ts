import { appendTo, compareCodeUnits, representationWords, wordsOfId } from '../base/index.js';
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

/** Where the best channel falls short of this, so does the score, whatever the schemas are. */
const leastSimilarity = likeEnough - sameSchemaGain - 1e-9;

/** A similarity is the mean of the shared part of both together and that of the smaller: the least that each can be. */
const leastOfSmaller = leastSimilarity;
const leastOfLarger = 2 * leastSimilarity - 1;

/** A name in its words: those of the id, and of the title in each language. */
interface Wording {
  channels: ReadonlyMap<string, readonly string[]>;
  /** The numbers in the id: `address1` and `address2` are two on purpose. */
  numbers: string;
  /** What stands in parentheses, such as a unit, by channel. */
  remarks: ReadonlyMap<string, string>;
}

/** Compares names by their words, each weighed by how rare it is among all. */
export class NameComparison {
  readonly #weights = new Map<string, Weight>();
  readonly #wordings = new Map<Named, Wording>();

  /** @param all everything whose names tell which words are common: the dictionary as a whole */
  constructor(all: readonly Named[]) {
    const lists = new Map<string, (readonly string[])[]>();
    for (const named of all) {
      for (const [channel, words] of this.#wordingOf(named).channels) {
        appendTo(lists, channel, words);
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

  /**
   * The words that a name must share with one that is like it: in some channel, a word of the one's `smaller` is a word of
   * the other's `larger`. For in the best channel they share enough of the name that weighs less, and some of the other;
   * the rarest word that they share stands, among the words of each from the rarest on, before the rest is too light.
   */
  tellingWords(named: Named): { smaller: string[]; larger: string[] } {
    const { channels, numbers } = this.#wordingOf(named);
    const found: { smaller: string[]; larger: string[] } = { smaller: [], larger: [] };
    for (const [channel, words] of channels) {
      const weight = this.#weights.get(channel) ?? (() => 1);
      const sorted = [...new Set(words)].sort((a, b) => weight(b) - weight(a) || compareCodeUnits(a, b));
      const whole = sorted.reduce((sum, word) => sum + weight(word), 0);
      let left = whole;
      for (const word of sorted) {
        const key = JSON.stringify([channel, numbers, word]);
        if (left >= leastOfSmaller * whole) found.smaller.push(key);
        if (left >= leastOfLarger * whole) found.larger.push(key);
        left -= weight(word);
      }
    }
    return found;
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
