import type { SourceFile } from '../../src/catalogue/index.js';
import { chineseTitle, makeDictionary } from './dictionary.js';
import type { Dictionary, MadeSubject } from './dictionary.js';
import { makeBlock, makeCast, makeCondition } from './make-block.js';
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
    const cast = makeCast(dictionary, random);
    const size = Math.min(blocks - number, random.between(3, 13));
    yield* bundle(group, number, size, cast, dictionary, random);
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

function* bundle(
  group: number,
  first: number,
  size: number,
  cast: Cast,
  dictionary: Dictionary,
  random: Random,
): Generator<MadeFile> {
  const repeats = random.chance(0.15);
  const uses: string[] = [];
  const certain: number[] = [];
  for (let index = 0; index < size; index++) {
    const id = `thing-${group}-${index}`;
    const when = index > 0 && random.chance(0.5) ? makeCondition(cast, random) : undefined;
    const prerequisite =
      certain.length > 0 && random.chance(0.38) ? [`thing-${group}-${random.pick(certain)}`] : [];
    const takes = certain.length > 0 && random.chance(0.25) ? [`certificate-${group}-${certain[0]}`] : [];
    const yields = when === undefined ? [`certificate-${group}-${index}`] : [];
    for (const material of yields) {
      yield {
        path: `matters/thing-${group}/${material}.yaml`,
        text: titled('material', material, `证书${group}之${index}`, `Certificate ${group}.${index}`),
      };
    }
    const wish = { id, number: first + index, cast, yields, prerequisites: prerequisite, takes, dictionary };
    yield { path: `matters/thing-${group}/${id}.yaml`, text: makeBlock(wish, random) };
    const each = repeats ? ', each: matter' : '';
    const choice = index > 0 && random.chance(0.15) ? ', choice: true' : '';
    // A prerequisite must be there in every situation.
    if (when === undefined && choice === '') certain.push(index);
    uses.push(`  - { block: ${id}${each}${choice}${when === undefined ? '' : `, when: ${when}`} }`);
  }
  yield {
    path: `matters/thing-${group}/bundle.yaml`,
    text: bundleText(group, cast, uses, dictionary, repeats),
  };
}

function bundleText(
  group: number,
  cast: Cast,
  uses: readonly string[],
  { registries }: Dictionary,
  repeats: boolean,
): string {
  const applicant = cast[0]!.subject.elements;
  const roles = cast.map(({ role, subject }) => {
    const many = repeats && role === 'matter' ? ', many: { min: 1, max: 8 }' : '';
    return `  ${role}: { type: ${subject.id}, title: { zh: 参与者, en: Role ${role} }${many} }`;
  });
  const used = registries.filter(({ subject }) => cast.some((part) => part.subject.id === subject));
  return `# Source: the list of one-things, number ${group}.
kind: bundle
id: one-thing-${group}
title: { zh: ${chineseTitle(group)}一件事第${group}号, en: One thing number ${group} }
description:
  zh: 由同一个人在同一次申请中办理的事项。
  en: What one person applies for in one go.
roles:
${roles.join('\n')}
applicant: applicant
known: [applicant.${applicant[0]!.name}, applicant.${applicant[1]!.name}]
${used.length === 0 ? '' : `registries: [${used.map(({ id }) => id).join(', ')}]\n`}uses:
${uses.join('\n')}
source:
  - "List of one-things, number ${group}: matters and conditions"
`;
}
