import { isObject } from '../../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import { parseDocument } from '../../../src/documents/index.js';
import type { SourceFile } from '../../../src/catalogue/index.js';
import type { Random } from '../random.js';

/** Words that mean something to somebody: keys of documents, of JSON Schema, of JavaScript, and things of other formats. */
const words = [
  ...[
    'kind',
    'id',
    'roles',
    'inputs',
    'outputs',
    'uses',
    'when',
    'each',
    'oneOf',
    'anyOf',
    'block',
    'bundle',
    'with',
  ],
  ...[
    'field',
    'material',
    'of',
    'schema',
    'elements',
    'many',
    'optional',
    'accept',
    'codes',
    'some',
    'every',
    'choice',
  ],
  ...[
    'prerequisites',
    'after',
    'before',
    'time',
    'promised',
    'statutory',
    'target',
    'within',
    'title',
    'registry',
  ],
  ...[
    'places',
    'collect',
    'accept',
    'decide',
    'issue',
    'at',
    'by',
    'mail',
    'variants',
    'channels',
    'results',
    'apply',
    'pauses',
    'fee',
    'given',
    'gives',
    'local',
    'imports',
    'calendar',
    'deferral',
    'until',
    'eligibility',
    'require',
    'known',
    'applicant',
    'basis',
    'expect',
    'facts',
  ],
  ...[
    'type',
    'const',
    'enum',
    'minimum',
    'maximum',
    'minLength',
    'pattern',
    '$ref',
    'not',
    'allOf',
    'if',
    'contains',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '甲',
    '\u202e',
    '\u0000',
    '\ud83d\ude00',
    '\ud800',
  ],
  ...[
    '"',
    "'",
    '<',
    '&',
    '%0A',
    ']]>',
    '::error::',
    '`',
    '${x}',
    '../..',
    '#/$defs/x',
    '#',
    '(a+)+$',
    '[',
    '\\',
  ],
  ...[
    'person',
    'owner',
    'owner.name',
    'child.age',
    '5wd',
    '1mo',
    '99999wd',
    '30d',
    '2026-01-01',
    'true',
    '1e999',
    '-0',
    '0x10',
    'null',
  ],
];

/** One mutation of a catalogue: of values, of texts, of bytes, or of which files there are. */
export function mutate(files: readonly SourceFile[], random: Random): SourceFile[] {
  const next = files.map((file) => ({ ...file }));
  for (let left = 1 + random.below(3); left > 0; left--) {
    const index = random.below(next.length);
    const file = next[index]!;
    if (random.chance(0.05) && next.length > 1) next.splice(index, 1);
    else if (random.chance(0.05)) next.push({ ...file, path: `again-${left}-${file.path}` });
    else next[index] = { ...file, text: mutatedText(file, random, partsOf(random.pick(files))) };
  }
  return next;
}

function mutatedText(file: SourceFile, random: Random, parts: readonly JsonValue[]): string | Uint8Array {
  const text = typeof file.text === 'string' ? file.text : new TextDecoder().decode(file.text);
  if (random.chance(0.1)) return randomBytes(text, random);
  if (random.chance(0.35)) return mutatedLetters(text, random);
  const { value } = parseDocument(file.path, text);
  // JSON is YAML as well.
  return value === undefined
    ? mutatedLetters(text, random)
    : JSON.stringify(mutatedValue(value, { random, parts }, 6), null, 1);
}

/** Every value within a document: put elsewhere, it means something, and maybe too much. */
function partsOf({ path, text }: SourceFile): JsonValue[] {
  const found: JsonValue[] = [];
  const visit = (value: JsonValue): void => {
    found.push(value);
    if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  const { value } = parseDocument(path, text);
  if (value !== undefined) visit(value);
  return found;
}

/** Where a mutation takes its chances and its material from. */
interface Source {
  random: Random;
  parts: readonly JsonValue[];
}

/** A text with stretches left out, doubled, moved or replaced. */
function mutatedLetters(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const start = random.below(result.length + 1);
    const end = Math.min(result.length, start + random.below(20));
    const piece = result.slice(start, end);
    const inserted = random.pick([
      '',
      piece + piece,
      random.pick(words),
      random.pick([
        '&a ',
        '*a',
        '<<: ',
        '!!str ',
        '---\n',
        '\t',
        '\r\n',
        '- ',
        ': ',
        '{ ',
        '} ',
        '[ ',
        '] ',
        '|\n',
        '? ',
      ]),
      piece.repeat(random.below(30)),
    ]);
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}

/** The bytes of a text with some of them changed, and sometimes nothing but noise. */
export function randomBytes(text: string, random: Random): Uint8Array {
  if (random.chance(0.3)) return Uint8Array.from({ length: random.below(300) }, () => random.below(256));
  const bytes = new TextEncoder().encode(text);
  for (let left = 1 + random.below(4); left > 0; left--)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

/** A value with one place in it changed: another value, a key renamed, a part doubled, lost, wrapped or moved. */
function mutatedValue(value: JsonValue, source: Source, depth: number): JsonValue {
  const { random, parts } = source;
  const goesOn = depth > 0 && (Array.isArray(value) || isObject(value)) && random.chance(0.85);
  if (goesOn && Array.isArray(value)) return mutatedList(value, source, depth);
  if (goesOn && isObject(value)) return mutatedObject(value, source, depth);
  if (parts.length > 0 && random.chance(0.4)) return random.pick(parts);
  return random.pick<JsonValue>([
    random.pick(words),
    random.below(100) - 50,
    random.chance(0.5),
    null,
    [],
    {},
    [value, value],
    { [random.pick(words)]: value },
    { const: random.pick(words) },
    1e308,
    0.1,
  ]);
}

function mutatedList(list: readonly JsonValue[], source: Source, depth: number): JsonValue {
  const { random } = source;
  const copy = [...list];
  const index = random.below(copy.length);
  const item = copy[index];
  const choice = random.below(10);
  if (item === undefined || choice === 0) copy.push(random.pick(words));
  else if (choice < 3) copy.splice(index, 1);
  else if (choice < 5) copy.splice(random.below(copy.length), 0, item);
  else copy[index] = mutatedValue(item, source, depth - 1);
  return copy;
}

function mutatedObject(object: JsonObject, source: Source, depth: number): JsonValue {
  const { random, parts } = source;
  const entries = Object.entries(object);
  const index = random.below(entries.length);
  const entry = entries[index];
  const choice = random.below(10);
  if (entry === undefined || choice === 0) entries.push([random.pick(words), random.pick(words)]);
  else if (choice === 1) entries.splice(index, 1);
  // A key that says something, with a value that was said elsewhere.
  else if (choice === 3 && parts.length > 0) entries.push([random.pick(words), random.pick(parts)]);
  else if (choice === 2) entries[index] = [random.pick(words), entry[1]];
  else entries[index] = [entry[0], mutatedValue(entry[1], source, depth - 1)];
  // `__proto__` is to be a key like any other.
  return Object.fromEntries(entries);
}
