import { chineseTitle } from './dictionary.js';
import type { Dictionary, MadeElement, MadeSubject } from './dictionary.js';
import type { Random } from './random.js';

/** The roles that the matters of one group share: a bundle's, or those of a matter that stands alone. */
export type Cast = readonly { role: string; subject: MadeSubject }[];

/** A cast of an applicant, whom or what the matter is about, and now and then somebody else. */
export function makeCast(dictionary: Dictionary, random: Random): Cast {
  const { person, enterprise, topics } = dictionary;
  const isBusiness = random.chance(0.3);
  return [
    { role: 'applicant', subject: isBusiness ? enterprise : person },
    { role: 'matter', subject: random.pick(topics) },
    ...(random.chance(0.6) ? [{ role: isBusiness ? 'representative' : 'spouse', subject: person }] : []),
    ...(random.chance(0.4) ? [{ role: 'place', subject: random.pick(topics) }] : []),
  ];
}

/** What else the matters of a bundle are about, each of them now and then. */
const further = ['handler', 'guardian', 'premises', 'payment', 'support'] as const;

/** A cast of about five: that of the matters, and whoever and whatever else takes part in a bundle. */
export function makeBundleCast(dictionary: Dictionary, random: Random): Cast {
  const added = random.sample(further, random.pick([1, 2, 2, 3, 3]));
  return [
    ...makeCast(dictionary, random),
    ...added.map((role) => ({
      role,
      subject: role === 'handler' || role === 'guardian' ? dictionary.person : random.pick(dictionary.topics),
    })),
  ];
}

/** The part of a bundle's cast that one matter, or a bundle within the bundle, is about. */
export function partOf(cast: Cast, random: Random): Cast {
  return cast.filter(({ role }) => role === 'applicant' || role === 'matter' || random.chance(0.3));
}

export interface BlockWish {
  id: string;
  number: number;
  cast: Cast;
  /** Materials that this block hands out, unique to it. */
  yields: readonly string[];
  /** Earlier blocks of the group that come first. */
  prerequisites: readonly string[];
  /** A material that an earlier block of the group hands out. */
  takes: readonly string[];
  /** The condition under which a bundle uses it: what it requires must leave room for that. */
  when?: string | undefined;
  dictionary: Dictionary;
}

/** One matter as YAML, with the counts of the published ones (see docs/reference/scale-benchmark.md). */
export function makeBlock(wish: BlockWish, random: Random): string {
  const { id, number, cast, dictionary } = wish;
  const lines = [
    `# Source: one-thing guide 43PCN${1000 + number}, published by the province; which matter asks which field is`,
    '# general knowledge. The bounds of the texts are those of the form that the authority prints.',
    'kind: block',
    `id: ${id}`,
    `title: { zh: ${chineseTitle(number)}核准与登记第${number}号, en: Approval and registration ${number} }`,
    `authority: ${random.pick(dictionary.authorities)}`,
    `roles: { ${cast.map(({ role, subject }) => `${role}: ${subject.id}`).join(', ')} }`,
    'inputs:',
  ];
  const asked = random.sample(fieldsOf(cast), Math.max(2, random.count(9.5, 27)));
  for (const [index, field] of asked.entries()) lines.push(...fieldInput(field, index, cast, random));
  const materials = random.sample(dictionary.materials, random.count(2.7, 11));
  for (const material of materials) lines.push(materialInput(material, cast, random));
  for (const material of wish.takes) lines.push(`  - { material: ${material}, of: applicant }`);
  lines.push(...outputs(wish, random), ...order(wish), ...eligibility(wish, random));
  lines.push(`time: { promised: ${random.between(1, 30)}wd }`);
  if (random.chance(0.53))
    lines.push(`alone: { steps: ${random.between(2, 6)}, trips: ${random.between(1, 3)} }`);
  lines.push('source:', `  - One-thing guide 43PCN${1000 + number} (promised and statutory limits, rules)`);
  lines.push('  - "general knowledge: which matter asks which field"');
  return `${lines.join('\n')}\n`;
}

interface CastField {
  name: string;
  element: MadeElement;
}

function fieldsOf(cast: Cast): CastField[] {
  return cast.flatMap(({ role, subject }) =>
    subject.elements
      .filter(({ produced }) => produced !== true)
      .map((element) => ({ name: `${role}.${element.name}`, element })),
  );
}

/** A condition over a code list or a flag of the cast, as YAML in one line. */
export function makeCondition(cast: Cast, random: Random): string | undefined {
  const field = decidingField(cast, random);
  if (field === undefined) return undefined;
  const value = random.pick(field.element.values!);
  const test =
    typeof value === 'string' && random.chance(0.3) ? `{ not: { const: ${value} } }` : `{ const: ${value} }`;
  return `{ ${field.name}: ${test} }`;
}

/** Two conditions of which exactly one holds, whatever the applicant answers. */
export function makeAlternatives(cast: Cast, random: Random): [string, string] | undefined {
  const field = decidingField(cast, random);
  if (field === undefined) return undefined;
  const value = random.pick(field.element.values!);
  return [`{ ${field.name}: { const: ${value} } }`, `{ ${field.name}: { not: { const: ${value} } } }`];
}

function decidingField(cast: Cast, random: Random): CastField | undefined {
  const fields = fieldsOf(cast).filter(({ element }) => element.values !== undefined);
  return fields.length === 0 ? undefined : random.pickEarly(fields);
}

function fieldInput({ name, element }: CastField, index: number, cast: Cast, random: Random): string[] {
  const lines = [`  - field: ${name}`];
  if (random.chance(0.2)) {
    lines.unshift('  # The register of the authority has it under another heading.');
    lines.push(`    title: { zh: ${chineseTitle(index + 31)}信息, en: ${element.name} as registered }`);
  }
  if (element.maxLength !== undefined && random.chance(0.6)) {
    lines.push(`    schema: { maxLength: ${Math.ceil(element.maxLength * random.pick([0.5, 0.75, 1]))} }`);
  }
  if (random.chance(0.1)) lines.push('    optional: true');
  if (typeof element.values?.[0] === 'string' && random.chance(0.2)) {
    lines.push(`    codes: { ${element.values.map((value, code) => `${value}: "${code + 1}"`).join(', ')} }`);
  }
  const when = index > 0 && random.chance(0.07) ? makeCondition(cast, random) : undefined;
  if (when !== undefined && !when.includes(name)) lines.push(`    when: ${when}`);
  return lines;
}

function materialInput(material: string, cast: Cast, random: Random): string {
  const { role } = random.pickEarly(cast);
  const accept = random.chance(0.06) ? ', accept: [registry, upload, commitment]' : '';
  const when = random.chance(0.17) ? makeCondition(cast, random) : undefined;
  return `  - { material: ${material}, of: ${role}${accept}${when === undefined ? '' : `, when: ${when}`} }`;
}

function outputs({ yields }: BlockWish, random: Random): string[] {
  const result = random.chance(0.1) ? ['  - field: matter.result'] : [];
  const all = [...yields.map((material) => `  - { material: ${material}, of: applicant }`), ...result];
  return all.length === 0 ? [] : ['outputs:', ...all];
}

function eligibility({ cast, when }: BlockWish, random: Random): string[] {
  const require = random.chance(0.1) ? makeCondition(cast, random) : undefined;
  if (require === undefined) return [];
  const field = require.slice(2, require.indexOf(':'));
  // Nobody could meet two conditions that exclude each other.
  if (when?.includes(`${field}:`) === true) return [];
  return [
    'eligibility:',
    `  - require: ${require}`,
    '    otherwise: { zh: 不符合受理条件，请到窗口咨询, en: The conditions are not met; ask at the counter. }',
  ];
}

function order({ prerequisites }: BlockWish): string[] {
  if (prerequisites.length === 0) return [];
  return [
    'prerequisites:',
    ...prerequisites.flatMap((block) => [
      `  - block: ${block}`,
      '    because: { zh: 须先办结前一事项, en: The earlier matter must be settled first. }',
    ]),
  ];
}
