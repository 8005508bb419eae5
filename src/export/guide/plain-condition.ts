import { canonicalJson, deepEqual, isObject, own } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { FormField, Predicate } from '../../model/index.js';
import { all, any, every, some } from '../../predicate/index.js';

type Test = Extract<Predicate, { field: string }>;

/** What is known of the answers. */
interface Known {
  field: (name: string) => FormField | undefined;
  /** The least number of a role. */
  least: (role: string) => number;
  /** Whether whoever meets the one meets the other. */
  isImplied: (given: Predicate, predicate: Predicate) => boolean;
}

/**
 * A condition without what goes without saying: a question that everybody answers, whichever answer is meant, is no
 * condition; alternatives that differ only in the answer to one question are one; and what follows from the rest is
 * left out.
 */
export function plainCondition(predicate: Predicate, known: Known): Predicate {
  const plain = (part: Predicate): Predicate => {
    if (typeof part === 'boolean') return part;
    if ('field' in part) return plainTest(part, known.field(part.field));
    if ('all' in part) return all(...needed(part.all.map(plain), known));
    if ('some' in part) {
      const of = plain(part.of);
      return of === true && known.least(part.some) > 0 ? true : some(part.some, of);
    }
    if ('every' in part) return every(part.every, plain(part.of));
    return any(...possible(mergeAnswers(part.any), known).map(plain));
  };
  return plain(predicate);
}

/** Alternatives without those that nobody can meet; where nobody meets any, all of them. */
function possible(parts: readonly Predicate[], { isImplied }: Known): readonly Predicate[] {
  if (parts.length > mostWeighed) return parts;
  const left = parts.filter((part) => !isImplied(part, false));
  return left.length === 0 ? parts : left;
}

/** Conjuncts without those that follow from the others. Of very many, all: each is weighed against the rest. */
function needed(parts: readonly Predicate[], { isImplied }: Known): Predicate[] {
  if (parts.length > mostWeighed) return [...parts];
  return parts.reduce<Predicate[]>(
    (left, part) => {
      const others = left.filter((other) => other !== part);
      return others.length > 0 && isImplied(all(...others), part) ? others : left;
    },
    [...parts],
  );
}

const mostWeighed = 12;

function plainTest(test: Test, field: FormField | undefined): Predicate {
  const answers = field === undefined ? undefined : answersOf(field);
  if (field === undefined || answers === undefined) return test;
  const meant = answers.filter((answer) => meets(test.schema, answer));
  if (meant.length === 0) return false;
  if (meant.length === answers.length) return isAnsweredByAll(field) ? true : test;
  // The shorter way of saying the same.
  return { field: test.field, schema: meant.length === 1 ? { const: meant[0]! } : { enum: meant } };
}

/** Whether everybody has to answer it. */
export function isAnsweredByAll({ askedWhen, required, origins }: FormField): boolean {
  return askedWhen === true && required && origins.every(({ kind }) => kind === 'asked');
}

/** The values that a field can have; undefined where nothing lists them. */
function answersOf({ schema }: FormField): JsonValue[] | undefined {
  if (!isObject(schema)) return undefined;
  const values = own(schema, 'enum');
  if (Array.isArray(values)) return values;
  return own(schema, 'type') === 'boolean' && Object.keys(schema).length === 1 ? [true, false] : undefined;
}

/** Does a single answer meet a test by const, enum or the negation of one? Others are taken to be met. */
function meets(schema: JsonSchema, answer: JsonValue): boolean {
  if (!isObject(schema)) return schema;
  return Object.entries(schema).every(([keyword, value]) => {
    if (keyword === 'const') return deepEqual(value, answer);
    if (keyword === 'enum') return Array.isArray(value) && value.some((one) => deepEqual(one, answer));
    return keyword === 'not' && isListing(value) ? !meets(value as JsonSchema, answer) : true;
  });
}

function isListing(schema: JsonValue): boolean {
  return (
    isObject(schema) && Object.keys(schema).every((keyword) => keyword === 'const' || keyword === 'enum')
  );
}

/** `a = 1 and b` or `a = 2 and b` is `a in [1, 2] and b`. */
function mergeAnswers(parts: readonly Predicate[]): Predicate[] {
  const merged: Predicate[] = [];
  const places = new Map<string, { index: number; test: Test; rest: Predicate[] }>();
  for (const part of parts) {
    const conjuncts = typeof part === 'object' && 'all' in part ? part.all : [part];
    const keys = conjuncts.flatMap((conjunct, index) => {
      if (valuesOf(conjunct) === undefined) return [];
      const rest = conjuncts.filter((_, other) => other !== index);
      return [{ key: canonicalJson([(conjunct as Test).field, rest]), test: conjunct as Test, rest }];
    });
    const found = keys.find(({ key }) => places.has(key));
    if (found === undefined) {
      for (const { key, test, rest } of keys) places.set(key, { index: merged.length, test, rest });
      merged.push(part);
      continue;
    }
    const place = places.get(found.key)!;
    const values = [...valuesOf(place.test)!, ...valuesOf(found.test)!];
    place.test = { field: found.test.field, schema: { enum: values } };
    merged[place.index] = all(place.test, ...place.rest);
  }
  return merged;
}

function valuesOf(predicate: Predicate): JsonValue[] | undefined {
  if (typeof predicate !== 'object' || !('field' in predicate)) return undefined;
  const { schema } = predicate;
  if (!isObject(schema) || Object.keys(schema).length !== 1) return undefined;
  const value = own(schema, 'const');
  if (value !== undefined) return [value];
  const values = own(schema, 'enum');
  return Array.isArray(values) ? values : undefined;
}
