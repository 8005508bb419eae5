import { BoundedCache, setOwn } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import type { Message } from '../messages/index.js';
import type { Predicate } from '../model/index.js';
import { portableSchema, witness } from '../schema/index.js';
import { spellingOf, textOf } from './key-of.js';
import { tell } from './messages.js';
import { chooseList } from './multiple-choice.js';
import { closeState, emptyState, roleOf, variableOf } from './search-state.js';
import type { Clause, ItemBounds, Items, Literal, SearchState } from './search-state.js';

/** Whether some applicant meets a predicate, and one who does. */
export type Satisfiability =
  { verdict: 'yes'; facts: JsonObject } | { verdict: 'no' } | { verdict: 'unknown'; because: Message };

/** What is known of a field whatever the situation: its element's own schema. */
export type SchemaOf = (field: string) => JsonSchema;

/** What is known before any predicate. */
export interface Ground {
  schemaOf: SchemaOf;
  /** How many items a repeated role may have; `undefined` for a single one. */
  itemsOf: ItemBounds;
}

type ValueVerdict = { value: JsonValue } | 'none' | 'unknown';

/** Verdicts on values rest on schemas alone, and the bundles of a catalogue test the same fields in the same ways. */
const verdicts = new BoundedCache<ValueVerdict>(20_000);

/** How much is looked at before the verdict is unknown. */
export interface SearchBudget {
  /** Alternatives tried, one after the other. */
  alternatives: number;
  /** Tests held against what has been taken as true, also where nothing is left to choose. */
  looks: number;
}

/** So many tests and alternatives about which nothing is new take as long as one look. */
const passedPerLook = 50;

const defaultBudget: SearchBudget = { alternatives: 2_000, looks: 200_000 };

/** What questions about predicates are asked against. */
export function createGround(schemaOf: SchemaOf, itemsOf: ItemBounds = () => undefined): Ground {
  return { schemaOf, itemsOf };
}

/**
 * Decides whether some values of the fields meet all of the predicates. The facts are by field,
 * `{ "mother.age": 18 }`, those of a repeated role a list of items under the role.
 *
 * A search over the alternatives: what is forced is taken first, parts that share no field are searched apart, and
 * only then one alternative after the other is tried, within a budget. Past it the verdict is unknown, never a guess.
 */
export function satisfiable(
  predicates: readonly Predicate[],
  ground: Ground,
  budget = defaultBudget,
): Satisfiability {
  const first = searchWith('apart', predicates, ground, budget);
  // Where there may be fewer items than are spoken of, some of them have to be the same.
  return first.crowded ? searchWith('shared', predicates, ground, budget).result : first.result;
}

function searchWith(
  sharing: Items,
  predicates: readonly Predicate[],
  ground: Ground,
  budget: SearchBudget,
): { result: Satisfiability; crowded: boolean } {
  const { alternatives, looks } = budget;
  const search: Search = { ground, alternatives, looks, unknown: undefined, sharing, crowded: false };
  const result = verdictOf(search, predicates);
  return { result, crowded: result.verdict !== 'yes' && search.crowded };
}

function verdictOf(search: Search, predicates: readonly Predicate[]): Satisfiability {
  const found = explore(search, emptyState(), [...predicates], []);
  if (found !== undefined && !isOpen(search, found))
    return { verdict: 'yes', facts: factsFrom(search, found) };
  if (found !== undefined || search.unknown !== undefined) {
    return { verdict: 'unknown', because: search.unknown ?? tell('predicate.too-many') };
  }
  return { verdict: 'no' };
}

interface Search {
  ground: Ground;
  /** What is left of the budget. */
  alternatives: number;
  looks: number;
  unknown: Message | undefined;
  sharing: Items;
  /** More items were spoken of than there may be. */
  crowded: boolean;
}

function explore(
  search: Search,
  before: SearchState,
  todo: readonly Predicate[],
  open: readonly Clause[],
): SearchState | undefined {
  let [state, clauses, forced]: Step = [before, open, todo];
  while (forced.length > 0) {
    const next = takeForced(search, state, forced, clauses);
    if (next === undefined) return undefined;
    [state, clauses, forced] = next;
  }
  if (clauses.length === 0) {
    if (state.crowded === undefined) return state;
    search.crowded = true;
    return undefined;
  }
  const groups = apart(clauses);
  if (groups.length === 1) return branch(search, state, clauses);
  // Parts without a common field cannot disturb each other: each is settled on its own, one after the other.
  let current: SearchState | undefined = state;
  for (const group of groups) {
    current = branch(search, current, group);
    if (current === undefined) return undefined;
  }
  return current;
}

/** What has been taken as true, what is left to choose, and what that leaves no choice about. */
type Step = [state: SearchState, clauses: readonly Clause[], forced: readonly Predicate[]];

/** Takes what is forced; nothing where that cannot be, or where the budget is used up. */
function takeForced(
  search: Search,
  before: SearchState,
  todo: readonly Predicate[],
  open: readonly Clause[],
): Step | undefined {
  const closed = closeState(before, todo, search.ground.itemsOf, search.sharing);
  if (closed === undefined) return undefined;
  const { state } = closed;
  const isSame = (key: string): boolean => before.literals.get(key) === state.literals.get(key);
  const changed = [...state.literals.keys()].filter((key) => !isSame(key));
  const passed = Math.ceil((state.literals.size + open.length) / passedPerLook);
  if (!mayLook(search, passed + changed.length) || !isConsistent(search, state, changed)) return undefined;
  const clauses: Clause[] = [];
  const forced: Predicate[] = [];
  for (const [index, clause] of [...open, ...closed.clauses].entries()) {
    // What was open has been looked at: only what is new about its fields can rule a member out.
    if (index < open.length && clause.every((member) => isTest(member) && isSame(member.field))) {
      clauses.push(clause);
      continue;
    }
    if (!mayLook(search, clause.length)) return undefined;
    const viable = clause.filter((member) => isViable(search, state, member));
    if (viable.length === 0) return undefined;
    if (viable.length === 1) forced.push(viable[0]!);
    else clauses.push(viable);
  }
  return [state, clauses, forced];
}

function isTest(predicate: Predicate): predicate is Extract<Predicate, { field: string }> {
  return typeof predicate === 'object' && 'field' in predicate;
}

function mayLook(search: Search, count: number): boolean {
  search.looks -= count;
  if (search.looks >= 0) return true;
  search.unknown ??= tell('predicate.too-many');
  return false;
}

function branch(search: Search, state: SearchState, clauses: readonly Clause[]): SearchState | undefined {
  const first = clauses.reduce((best, clause) => (clause.length < best.length ? clause : best));
  const rest = clauses.filter((clause) => clause !== first);
  for (const member of first) {
    if (search.alternatives-- <= 0) {
      search.unknown ??= tell('predicate.too-many');
      return undefined;
    }
    const found = explore(search, state, [member], rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The clauses in groups that share no field with each other. */
function apart(clauses: readonly Clause[]): Clause[][] {
  const groups: { variables: Set<string>; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    const merged = {
      variables: new Set(clause.flatMap((member) => [...variableOf(member)])),
      clauses: [clause],
    };
    for (const group of [...groups]) {
      if (![...group.variables].some((variable) => merged.variables.has(variable))) continue;
      groups.splice(groups.indexOf(group), 1);
      for (const variable of group.variables) merged.variables.add(variable);
      merged.clauses.unshift(...group.clauses);
    }
    groups.push(merged);
  }
  return groups.map((group) => group.clauses);
}

function isConsistent(search: Search, { literals }: SearchState, keys: readonly string[]): boolean {
  return keys.every((key) => valueFor(search, key, literals.get(key)!) !== 'none');
}

function isOpen(search: Search, state: SearchState): boolean {
  let open = false;
  for (const [key, literals] of state.literals) {
    if (valueFor(search, key, literals) !== 'unknown') continue;
    search.unknown ??= tell('predicate.values', { field: literals[0]!.field });
    open = true;
  }
  return open;
}

/** A look at single tests only: what is more than one test is left to the search. */
function isViable(search: Search, state: SearchState, member: Predicate): boolean {
  if (member === false) return false;
  if (member === true || !('field' in member)) return true;
  const role = roleOf(member.field);
  if (search.ground.itemsOf(role) !== undefined || state.items.has(role) || state.everys.has(role))
    return true;
  const literals = [...(state.literals.get(member.field) ?? []), member];
  return valueFor(search, member.field, literals) !== 'none';
}

function valueFor(search: Search, key: string, literals: readonly Literal[]): ValueVerdict {
  const { field } = literals[0]!;
  const element = portableSchema(search.ground.schemaOf(field));
  // The same tests in another order, or twice, are the same question.
  const tests = new Map(
    literals.map(({ schema }) => portableSchema(schema)).map((schema) => [textOf(schema), schema]),
  );
  const ordered = [...tests.keys()].sort().map((text) => tests.get(text)!);
  const spelled = [element, ...ordered].map(spellingOf).join(' ');
  const verdict = verdicts.remember(
    spelled,
    () => chooseList(element, ordered) ?? decide({ allOf: [element, ...ordered] }),
  );
  if (verdict === 'unknown') search.unknown ??= tell('predicate.values', { field: key });
  return verdict;
}

function decide(schema: JsonSchema): ValueVerdict {
  const result = witness(schema);
  if (result.verdict === 'yes') return { value: result.instance };
  return result.verdict === 'no' ? 'none' : 'unknown';
}

/** The facts of a state: single fields by name, repeated roles as lists. */
function factsFrom(search: Search, state: SearchState): JsonObject {
  const facts: JsonObject = {};
  const lists = new Map<string, JsonObject[]>();
  for (const [role, names] of state.items) {
    const items = names.map((): JsonObject => ({}));
    lists.set(role, items);
  }
  for (const [key, literals] of state.literals) {
    const verdict = valueFor(search, key, literals);
    if (typeof verdict === 'string') continue;
    const { field, item } = literals[0]!;
    const role = roleOf(field);
    if (item === undefined) setOwn(facts, field, verdict.value);
    else {
      const holder = lists.get(role)![state.items.get(role)!.indexOf(item)]!;
      setOwn(holder, field.slice(role.length + 1), verdict.value);
    }
  }
  for (const [role, items] of lists) {
    const { min } = search.ground.itemsOf(role) ?? { min: 1 };
    // A further item like the first one meets whatever every item has to meet.
    while (items.length > 0 && items.length < min) items.push({ ...items[0]! });
    setOwn(facts, role, items);
  }
  return facts;
}
