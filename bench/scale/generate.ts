import type { SourceFile } from '../../src/catalogue/index.js';
import { chineseTitle, makeDictionary } from './dictionary.js';
import type { Dictionary, MadeSubject } from './dictionary.js';
import {
  makeAlternatives,
  makeBlock,
  makeBundleCast,
  makeCast,
  makeCondition,
  partOf,
} from './make-block.js';
import type { Cast } from './make-block.js';
import { Random } from './random.js';

/** A file of a generated catalogue. */
export interface MadeFile extends SourceFile {
  text: string;
}

/**
 * A catalogue that looks like those under examples/: the same sizes, sharing, conditions and prerequisites, with one
 * bundle for each hundred blocks. Blocks of a bundle have its roles; the others stand alone.
 * @param blocks how many blocks
 * @param seed the same seed gives the same catalogue
 */
export function* generateCatalogue(blocks: number, seed = 1): Generator<MadeFile> {
  const random = new Random(seed);
  const dictionary = makeDictionary(blocks, random);
  yield { path: 'catalogue.yaml', text: 'kind: catalogue\nid: scale\nversion: 1.0.0\nlocales: [zh, en]\n' };
  yield* shared(dictionary);
  let number = 0;
  for (let group = 0; number < blocks; group++) {
    const size = Math.min(blocks - number, random.between(3, 13));
    yield* new BundleMaker(group, number, dictionary, random).make(size);
    number += size;
    // The rest of the hundred belongs to no bundle.
    for (; number < Math.min(blocks, (group + 1) * 100); number++) {
      const [id, alone] = [`matter-${number}`, makeCast(dictionary, random)];
      const wish = { id, number, cast: alone, yields: [], prerequisites: [], takes: [], dictionary };
      yield { path: `matters/${number % 100}/${id}.yaml`, text: makeBlock(wish, random) };
    }
  }
}

function* shared(dictionary: Dictionary): Generator<MadeFile> {
  for (const made of [dictionary.person, dictionary.enterprise, ...dictionary.topics]) {
    yield { path: `subjects/${made.id}.yaml`, text: subjectText(made) };
  }
  for (const [index, id] of dictionary.materials.entries()) {
    yield {
      path: `materials/${id}.yaml`,
      text: titled('material', id, `${chineseTitle(index)}材料`, `Material ${index}`),
    };
  }
  for (const [index, id] of dictionary.authorities.entries()) {
    yield {
      path: `authorities/${id}.yaml`,
      text: titled('authority', id, `${chineseTitle(index)}局`, `Authority ${index}`),
    };
  }
  for (const { id, subject, given, gives } of dictionary.registries) {
    const text = `kind: registry\nid: ${id}\nsubject: ${subject}\ngiven: [${given}]\ngives: [${gives.join(', ')}]\n`;
    yield { path: `registries/${id}.yaml`, text };
  }
}

function titled(kind: string, id: string, zh: string, en: string): string {
  return `kind: ${kind}\nid: ${id}\ntitle: { zh: ${zh}, en: ${en} }\n`;
}

function subjectText({ id, elements }: MadeSubject): string {
  const lines = ['kind: subject', `id: ${id}`, 'elements:'];
  for (const [index, { name, schema, values }] of elements.entries()) {
    lines.push(
      `  ${name}:`,
      `    title: { zh: ${chineseTitle(index + id.length * 97)}, en: ${name} of ${id} }`,
    );
    lines.push(`    schema: ${schema}`);
    if (typeof values?.[0] === 'string') {
      lines.push(
        `    labels: { ${values.map((value, at) => `${value}: { zh: 第${at + 1}种, en: ${value} kind }`).join(', ')} }`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What one use of a block in a bundle is like. */
interface UseWish {
  cast: Cast;
  when: string | undefined;
  choice: boolean;
}

/** A bundle, its blocks, and what only they share. */
class BundleMaker {
  readonly #cast: Cast;
  readonly #repeats: boolean;
  readonly #files: MadeFile[] = [];
  /** The blocks that are there in every situation: a prerequisite must be one of them. */
  readonly #certain: number[] = [];
  #made = 0;

  constructor(
    readonly group: number,
    readonly first: number,
    readonly dictionary: Dictionary,
    readonly random: Random,
  ) {
    this.#cast = makeBundleCast(dictionary, random);
    this.#repeats = random.chance(0.15);
  }

  make(size: number): readonly MadeFile[] {
    const { random } = this;
    const uses: string[] = [];
    while (this.#made < size) {
      const left = size - this.#made;
      const isPlain = this.#made === 0 || this.#repeats || left < 2;
      if (!isPlain && random.chance(0.06)) uses.push(this.#alternatives());
      else if (!isPlain && left < 4 && random.chance(0.1)) uses.push(this.#bundleWithin(left));
      else uses.push(this.#use(isPlain && this.#made === 0));
    }
    this.#write(
      'bundle',
      bundleText({ ...this.#described(this.#cast, uses), id: `one-thing-${this.group}` }, this.#repeats),
    );
    return this.#files;
  }

  #use(isFirst: boolean): string {
    const { random } = this;
    const when = !isFirst && random.chance(0.58) ? makeCondition(this.#cast, random) : undefined;
    const wish = { cast: partOf(this.#cast, random), when, choice: !isFirst && random.chance(0.28) };
    return `  - { ${this.#block(wish)} }`;
  }

  /** Of two blocks exactly one, in every situation. */
  #alternatives(): string {
    const [one, other] = makeAlternatives(this.#cast, this.random) ?? ['{}', undefined];
    if (other === undefined) return this.#use(false);
    const lines = [one, other].map((when) => {
      const cast = partOf(this.#cast, this.random);
      return `      - { ${this.#block({ cast, when, choice: false })} }`;
    });
    return ['  - oneOf:', ...lines].join('\n');
  }

  /** The rest of the blocks as a bundle of their own, which this one uses like a block. */
  #bundleWithin(count: number): string {
    const cast = partOf(this.#cast, this.random);
    // On its own it has none of the blocks before it.
    this.#certain.length = 0;
    const uses = Array.from({ length: count }, () => {
      const when = this.random.chance(0.5) ? makeCondition(cast, this.random) : undefined;
      return `  - { ${this.#block({ cast, when, choice: false })} }`;
    });
    const id = `part-of-thing-${this.group}`;
    this.#write('part', bundleText({ ...this.#described(cast, uses), id, known: [] }, false));
    return `  - { bundle: ${id} }`;
  }

  /** Writes a block, and says how it is used. */
  #block({ cast, when, choice }: UseWish): string {
    const { group, random, dictionary } = this;
    const index = this.#made++;
    const id = `thing-${group}-${index}`;
    const certain = this.#certain;
    const prerequisites =
      certain.length > 0 && random.chance(0.38) ? [`thing-${group}-${random.pick(certain)}`] : [];
    const takes = certain.length > 0 && random.chance(0.25) ? [`certificate-${group}-${certain[0]}`] : [];
    const yields = when === undefined ? [`certificate-${group}-${index}`] : [];
    for (const material of yields) {
      const title = [`证书${group}之${index}`, `Certificate ${group}.${index}`] as const;
      this.#write(material, titled('material', material, ...title));
    }
    const wish = { id, number: this.first + index, cast, yields, prerequisites, takes, when, dictionary };
    this.#write(id, makeBlock(wish, random));
    if (when === undefined && !choice) certain.push(index);
    const each = this.#repeats ? ', each: matter' : '';
    return `block: ${id}${each}${choice ? ', choice: true' : ''}${when === undefined ? '' : `, when: ${when}`}`;
  }

  #write(name: string, text: string): void {
    this.#files.push({ path: `matters/thing-${this.group}/${name}.yaml`, text });
  }

  #described(cast: Cast, uses: readonly string[]): Omit<BundleWish, 'id'> {
    const { group, dictionary, random } = this;
    const applicant = cast[0]!.subject.elements;
    const known = applicant.slice(0, 2).map(({ name }) => `applicant.${name}`);
    const asked = this.#files.map(({ text }) => text).join('');
    // A register that nothing is taken from would be left out.
    const useful = dictionary.registries.filter(({ subject, gives }) =>
      cast.some(
        (part) =>
          part.subject.id === subject &&
          gives.some((name) => asked.includes(`field: ${part.role}.${name}\n`)),
      ),
    );
    const registries = random.sample(useful, random.between(5, 11)).map(({ id }) => id);
    return { group, cast, uses, known, registries };
  }
}

interface BundleWish {
  id: string;
  group: number;
  cast: Cast;
  uses: readonly string[];
  known: readonly string[];
  registries: readonly string[];
}

function bundleText({ id, group, cast, uses, known, registries }: BundleWish, repeats: boolean): string {
  const roles = cast.map(({ role, subject }) => {
    const many = repeats && role === 'matter' ? ', many: { min: 1, max: 8 }' : '';
    return `  ${role}: { type: ${subject.id}, title: { zh: 参与者, en: Role ${role} }${many} }`;
  });
  return `# Source: the list of one-things, number ${group}.
kind: bundle
id: ${id}
title: { zh: ${chineseTitle(group)}一件事第${group}号, en: One thing number ${group} }
description:
  zh: 由同一个人在同一次申请中办理的事项。
  en: What one person applies for in one go.
roles:
${roles.join('\n')}
applicant: applicant
${known.length === 0 ? '' : `known: [${known.join(', ')}]\n`}${registries.length === 0 ? '' : `registries: [${registries.join(', ')}]\n`}uses:
${uses.join('\n')}
source:
  - "List of one-things, number ${group}: matters and conditions"
`;
}
