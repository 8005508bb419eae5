import { canonicalJson } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import type { Predicate } from '../model/index.js';
import { witness } from '../schema/index.js';

/** Whether some applicant meets a predicate, and one who does. */
export type Satisfiability =
  { verdict: 'yes'; facts: JsonObject } | { verdict: 'no' } | { verdict: 'unknown'; because: string };

/** What is known of a field whatever the situation: its element's own schema. */
export type SchemaOf = (field: string) => JsonSchema;

type ValueVerdict = { value: JsonValue } | 'none' | 'unknown';

type Literal = { key: string; field: string; schema: JsonSchema };

const defaultBudget = 2_000;

/**
 * Decides whether some values of the fields meet all of the predicates.
 * A search over the alternatives with a budget of branches; past it the verdict is unknown, never a guess.
 */
export function satisfiable(
  predicates: readonly Predicate[],
  schemaOf: SchemaOf,
  budget = defaultBudget,
): Satisfiability {
  const search: Search = { schemaOf, left: budget, items: 0, unknown: undefined, verdicts: new Map() };
  const found = explore(search, [...predicates], []);
  if (found !== undefined) return { verdict: 'yes', facts: found };
  if (search.unknown !== undefined) return { verdict: 'unknown', because: search.unknown };
  return { verdict: 'no' };
}

interface Search {
  schemaOf: SchemaOf;
  left: number;
  items: number;
  unknown: string | undefined;
  verdicts: Map<string, ValueVerdict>;
}

/** Depth-first over the alternatives; every conjunction is closed before the first alternative is opened. */
function explore(search: Search, todo: Predicate[], literals: readonly Literal[]): JsonObject | undefined {
  const mine = [...literals];
  const alternatives: Predicate[][] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next === false) return undefined;
    if (next === true) continue;
    if ('field' in next) mine.push({ key: next.field, field: next.field, schema: next.schema });
    else if ('all' in next) todo.push(...next.all);
    else if ('any' in next) alternatives.push(next.any);
    else mine.push(...quantifiedLiterals(search, next));
  }
  const facts = solve(search, mine);
  if (facts === 'none') return undefined;
  alternatives.sort((a, b) => a.length - b.length);
  const [first, ...rest] = alternatives;
  if (first === undefined) return facts === 'unknown' ? undefined : facts;
  for (const choice of first) {
    if (search.left-- <= 0) {
      search.unknown ??= 'there are too many alternatives';
      return undefined;
    }
    const found = explore(search, [choice, ...rest.map((any): Predicate => ({ any }))], mine);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Stands for a part of a predicate that the search does not take apart. */
const undecided = '';

/**
 * `some` speaks of an item of its own, `every` of all items. Alternatives below a quantifier are kept as one
 * literal per test only where they are a conjunction; otherwise the search says that it does not know.
 */
function quantifiedLiterals(
  search: Search,
  predicate: { some: string; of: Predicate } | { every: string; of: Predicate },
): Literal[] {
  const isSome = 'some' in predicate;
  const prefix = isSome ? `some ${(search.items += 1)} ` : 'every ';
  const literals: Literal[] = [];
  const open: Predicate[] = [predicate.of];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'object' && 'all' in next) open.push(...next.all);
    else if (typeof next === 'object' && 'field' in next)
      literals.push({ key: prefix + next.field, field: next.field, schema: next.schema });
    else if (next !== true) literals.push({ key: prefix, field: undecided, schema: true });
  }
  return literals;
}

/** One value for each field; `none` where one field has none. */
function solve(search: Search, literals: readonly Literal[]): JsonObject | 'none' | 'unknown' {
  const byKey = new Map<string, Literal[]>();
  for (const literal of literals) {
    const list = byKey.get(literal.key);
    if (list === undefined) byKey.set(literal.key, [literal]);
    else list.push(literal);
  }
  const facts: JsonObject = {};
  let unknown = false;
  for (const [key, list] of byKey) {
    const field = list[0]!.field;
    if (list.some((literal) => literal.field === undecided)) {
      search.unknown ??= 'alternatives stand below "some" or "every"';
      unknown = true;
      continue;
    }
    // What holds of every item holds of each single one.
    const shared = key.startsWith('every ') ? [] : (byKey.get(`every ${field}`) ?? []);
    const verdict = valueFor(search, field, [...list, ...shared]);
    if (verdict === 'none') return 'none';
    if (verdict === 'unknown') unknown = true;
    else if (key === field || key.startsWith('some '))
      facts[key.slice(key.lastIndexOf(' ') + 1)] = verdict.value;
  }
  return unknown ? 'unknown' : facts;
}

function valueFor(search: Search, field: string, list: readonly Literal[]): ValueVerdict {
  const schema: JsonSchema = { allOf: [search.schemaOf(field), ...list.map((literal) => literal.schema)] };
  const key = canonicalJson(schema);
  let verdict = search.verdicts.get(key);
  if (verdict === undefined) {
    const result = witness(schema);
    verdict =
      result.verdict === 'yes' ? { value: result.instance } : result.verdict === 'no' ? 'none' : 'unknown';
    if (verdict === 'unknown') search.unknown ??= `the values of "${field}" cannot be decided`;
    search.verdicts.set(key, verdict);
  }
  return verdict;
}
