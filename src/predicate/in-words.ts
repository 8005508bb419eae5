import { isObject } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import { listOf, literal, literals } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { useChosenBy } from '../model/index.js';
import type { Predicate } from '../model/index.js';
import { selfContained } from '../schema/index.js';
import { tell } from './messages.js';

/** What a condition asks of a value, one thing at a time; `isDenied`: that it is not so. */
export type Asked =
  | { kind: 'value'; value: JsonValue; isDenied: boolean }
  | { kind: 'values'; values: readonly JsonValue[]; isDenied: boolean }
  | { kind: 'limit'; sign: '≥' | '≤' | '>' | '<'; limit: JsonValue; isDenied: boolean }
  | { kind: 'pattern'; pattern: string; isDenied: boolean }
  | { kind: 'member'; value: JsonValue; isDenied: boolean }
  | { kind: 'schema'; schema: JsonSchema; isDenied: boolean }
  | { kind: 'given' }
  | { kind: 'impossible' };

/** How the parts of a condition are put into words. */
export interface Vocabulary<T> {
  constant(isMet: boolean): T;
  /** @param of the repeated role whose items are spoken of, where there is one */
  test(field: string, asked: readonly Asked[], of: string | undefined): T;
  choice(use: string, isChosen: boolean): T;
  /** @param isInside whether it is part of another condition */
  joined(by: 'all' | 'any', parts: readonly T[], isInside: boolean): T;
  /** Whether there is an item at all. */
  existing(role: string): T;
  quantified(by: 'some' | 'every', role: string, condition: T): T;
}

/** Puts a condition into words; what it says is read here, and nowhere else. */
export function predicateInWords<T>(predicate: Predicate, words: Vocabulary<T>): T {
  const write = (part: Predicate, isInside: boolean, of?: string): T => {
    if (typeof part === 'boolean') return words.constant(part);
    if ('field' in part) return testInWords(part.field, part.schema, words, of);
    if ('some' in part && part.of === true) return words.existing(part.some);
    if ('some' in part) return words.quantified('some', part.some, write(part.of, true, part.some));
    if ('every' in part) return words.quantified('every', part.every, write(part.of, true, part.every));
    const [by, parts] = 'all' in part ? (['all', part.all] as const) : (['any', part.any] as const);
    const written = parts.map((member) => write(member, true, of));
    return written.length === 1 ? written[0]! : words.joined(by, written, isInside);
  };
  return write(predicate, false);
}

function testInWords<T>(field: string, schema: JsonSchema, words: Vocabulary<T>, of: string | undefined): T {
  const asked = askedBy(selfContained(schema));
  const use = useChosenBy(field);
  const [only] = asked;
  if (use !== undefined && asked.length === 1 && only?.kind === 'value' && typeof only.value === 'boolean')
    return words.choice(use, only.value !== only.isDenied);
  return words.test(field, asked, of);
}

function askedBy(schema: JsonSchema): Asked[] {
  if (typeof schema === 'boolean') return [{ kind: schema ? 'given' : 'impossible' }];
  const asked = Object.entries(schema).flatMap(([keyword, value]): Asked[] => {
    if (keyword !== 'not') return [keywordAsks(keyword, value, false)];
    const denied = isObject(value) ? Object.entries(value) : [];
    // Of several keywords that are denied together, any one may fail.
    return denied.length === 1
      ? [keywordAsks(...denied[0]!, true)]
      : [{ kind: 'schema', schema: value as JsonSchema, isDenied: true }];
  });
  return asked.length === 0 ? [{ kind: 'given' }] : withoutDeniedValues(asked);
}

const signs = new Map<string, '≥' | '≤' | '>' | '<'>([
  ['minimum', '≥'],
  ['maximum', '≤'],
  ['exclusiveMinimum', '>'],
  ['exclusiveMaximum', '<'],
]);

function keywordAsks(keyword: string, value: JsonValue, isDenied: boolean): Asked {
  const sign = signs.get(keyword);
  if (sign !== undefined) return { kind: 'limit', sign, limit: value, isDenied };
  if (keyword === 'const') return { kind: 'value', value, isDenied };
  if (keyword === 'enum' && Array.isArray(value)) return listed(value, isDenied);
  if (keyword === 'pattern' && typeof value === 'string')
    return { kind: 'pattern', pattern: value, isDenied };
  if (keyword === 'contains' && isObject(value) && Object.keys(value).length === 1 && 'const' in value)
    return { kind: 'member', value: value['const']!, isDenied };
  return { kind: 'schema', schema: { [keyword]: value }, isDenied };
}

function listed(values: readonly JsonValue[], isDenied: boolean): Asked {
  return values.length === 1
    ? { kind: 'value', value: values[0]!, isDenied }
    : { kind: 'values', values, isDenied };
}

/** A list of values without those that are denied beside it: of three, and not two of them, is the third. */
function withoutDeniedValues(asked: readonly Asked[]): Asked[] {
  const list = asked.find((one) => one.kind === 'values' && !one.isDenied);
  if (list?.kind !== 'values') return [...asked];
  const denied = asked.filter((one) => (one.kind === 'value' || one.kind === 'values') && one.isDenied);
  const texts = new Set(
    denied
      .flatMap((one) => (one.kind === 'value' ? [one.value] : one.kind === 'values' ? one.values : []))
      .map((value) => JSON.stringify(value)),
  );
  const left = list.values.filter((value) => !texts.has(JSON.stringify(value)));
  return [
    left.length === 0 ? { kind: 'impossible' } : listed(left, false),
    ...asked.filter((one) => one !== list && !denied.includes(one)),
  ];
}

/** A condition by the names that the documents use: `mother.insurance = employee and …`. */
export function conditionMessage(predicate: Predicate): Message {
  return predicateInWords(predicate, byNames);
}

/** A condition as a part of a sentence, in brackets where it would be misread. */
export function conditionPart(predicate: Predicate): Message {
  const condition = conditionMessage(predicate);
  return typeof predicate === 'object' && 'any' in predicate
    ? tell('condition.group', { condition })
    : condition;
}

const byNames: Vocabulary<Message> = {
  constant: (isMet) => tell(isMet ? 'condition.always' : 'condition.never'),
  test: (field, asked) =>
    tell('condition.test', { field: literal(field), asked: listOf(asked.map(askedMessage), 'all') }),
  choice: (use, isChosen) => tell(isChosen ? 'condition.chosen' : 'condition.notChosen', { use }),
  joined: (by, parts, isInside) => {
    const condition = tell('condition.joined', { parts: listOf(parts, by) });
    return isInside ? tell('condition.group', { condition }) : condition;
  },
  existing: (role) => tell('condition.exists', { role: literal(role) }),
  quantified: (by, role, condition) => tell(`condition.${by}`, { role: literal(role), condition }),
};

function askedMessage(asked: Asked): Message {
  switch (asked.kind) {
    case 'given':
    case 'impossible':
      return tell(`condition.${asked.kind}`);
    case 'value':
      return tell(asked.isDenied ? 'condition.isNot' : 'condition.is', { value: shown(asked.value) });
    case 'values': {
      const values = literals(asked.values.map(plain));
      return tell(asked.isDenied ? 'condition.notIn' : 'condition.in', { values });
    }
    case 'limit': {
      const limit = literal(`${asked.sign} ${plain(asked.limit)}`);
      return tell(asked.isDenied ? 'condition.limitNot' : 'condition.limit', { limit });
    }
    case 'pattern': {
      const pattern = literal(asked.pattern);
      return tell(asked.isDenied ? 'condition.matchesNot' : 'condition.matches', { pattern });
    }
    case 'member':
      return schemaMessage({ contains: { const: asked.value } }, asked.isDenied);
    case 'schema':
      return schemaMessage(asked.schema, asked.isDenied);
  }
}

/** A keyword that has no words is shown as it is written. */
function schemaMessage(schema: JsonSchema, isDenied: boolean): Message {
  const entries = isObject(schema) ? Object.entries(schema) : [];
  const [keyword, value] = entries[0] ?? [];
  const isOne = entries.length === 1 && !isDenied;
  const text = isOne ? `${keyword}: ${JSON.stringify(value)}` : JSON.stringify(schema);
  return tell(isDenied ? 'condition.meetsNot' : 'condition.meets', { schema: literal(text) });
}

const plain = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
const shown = (value: JsonValue) => literal(plain(value));
