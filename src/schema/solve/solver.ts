import type { JsonValue } from '../../base/index.js';
import { isObject, omitUndefined } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import { createEvaluator } from '../evaluate/evaluate.js';
import type { FormatTable } from '../formats/index.js';
import type { Frame, Truth } from '../keywords/site.js';
import { ALL_TYPES, BIT, typeOf, typesOf, type TypeSet } from '../keywords/type-set.js';
import type { AlgebraCost } from '../types.js';
import type { Constraint, Decision } from './constraint.js';
import { decideArray } from './decide-array.js';
import { decideNumber } from './decide-number.js';
import { decideObject } from './decide-object.js';
import { decideString } from './decide-string.js';
import { expand, type Expansion } from './expand.js';
import type { Fact, Item } from './facts.js';
import { Interner } from './interner.js';
import { only, type Asking, type Leaf } from './leaf.js';
import { ownConstraint } from './object-cell.js';
import { stopAt } from './stop.js';
import type { SearchEnd } from './stop.js';

/** Decides whether some value meets all of a set of constraints. */
export interface Solver {
  decide(constraints: readonly Constraint[]): Decision;
}

/** Places nested deeper than this are not searched. */
const MOST_DEEP = 60;
/** Choices made inside one another, over all nested places together: no stack must overflow. */
const MOST_CHOSEN = 1_000;
/** Candidates of one set of facts that are tried; fewer while there are choices to make, which most of them ignore. */
const MOST_TRIED = 300;
const MOST_TRIED_AT_ONCE = 4;
/** Alternatives looked ahead into before a branch is taken. */
const MOST_AHEAD = 4;
const MOST_AHEAD_AT_FIRST = 1_000;

export function createSolver(formats: FormatTable, cost: AlgebraCost, budget: number): Solver {
  return new Search(formats, cost, budget);
}

/** Types in the order in which an instance is looked for: the cheap ones, whose values can be tried outright, first. */
const SEARCHED: readonly TypeSet[] = [BIT.string, BIT.integer, BIT.fraction, BIT.array, BIT.object];
const OUTRIGHT: readonly JsonValue[] = [true, false, null];

const STEP = { fact: { kind: 'multiple', of: 1 } } as const satisfies Item;
const NO_STEP = { fact: { kind: 'noMultiple', of: 1 } } as const satisfies Item;

class Search implements Solver, Asking {
  readonly #interner = new Interner();
  #chosen = 0;
  readonly #evaluators = new Map<SchemaDocument, ReturnType<typeof createEvaluator>>();
  readonly #known = new Map<string, Decision>();
  /** The cells being decided, outermost first. */
  readonly #open = new Map<string, number>();
  /** The outermost open cell that an answer since relied on. */
  #reliedOn = Infinity;

  constructor(
    readonly formats: FormatTable,
    private readonly cost: AlgebraCost,
    private readonly budget: number,
  ) {}

  spend(): boolean {
    if (++this.cost.cells <= this.budget) return true;
    this.cost.exhausted = true;
    return false;
  }

  accepts(constraint: Constraint, value: JsonValue): Truth {
    let evaluate = this.#evaluators.get(constraint.document);
    if (!evaluate) {
      evaluate = createEvaluator(constraint.document, this.formats);
      this.#evaluators.set(constraint.document, evaluate);
    }
    const truth = evaluate(constraint.schema, value, constraint.frame);
    return truth === undefined ? undefined : truth === constraint.positive;
  }

  /**
   * A smallest instance of a cell holds no instance of the same cell inside, so a cell met again while it is being
   * decided counts as empty there; what follows from that is remembered only once the outer cell is done.
   */
  decide(constraints: readonly Constraint[]): Decision {
    const keys = new Set(constraints.map((constraint) => this.#keyOf(constraint)));
    for (const key of keys) if (key.startsWith('-') && keys.has(`+${key.slice(1)}`)) return { kind: 'empty' };
    const key = [...keys].sort().join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const level = this.#open.get(key);
    if (level !== undefined) {
      this.#reliedOn = Math.min(this.#reliedOn, level);
      return { kind: 'empty' };
    }
    const depth = this.#open.size;
    if (depth >= MOST_DEEP || constraints.some(({ frame }) => isDeep(frame))) {
      return unknown('stop.nested');
    }
    if (!this.spend()) return unknown('stop.budget');
    const before = this.#reliedOn;
    this.#reliedOn = Infinity;
    this.#open.set(key, depth);
    const decision = this.#decide(constraints);
    this.#open.delete(key);
    const free = this.#reliedOn >= depth;
    if (decision.kind === 'found' || free) this.#known.set(key, decision);
    this.#reliedOn = Math.min(before, free ? Infinity : this.#reliedOn);
    return decision;
  }

  values(constraints: readonly Constraint[], limit: number): { values: JsonValue[]; complete: boolean } {
    const values: JsonValue[] = [];
    while (values.length < limit) {
      const rest =
        values.length === 0 ? constraints : [...constraints, ownConstraint({ enum: [...values] }, false)];
      const decision = this.decide(rest);
      if (decision.kind === 'empty') return { values, complete: true };
      if (decision.kind === 'unknown') break;
      values.push(decision.instance);
    }
    return { values, complete: false };
  }

  #decide(constraints: readonly Constraint[]): Decision {
    let types = ALL_TYPES;
    for (const { schema, positive } of constraints) {
      if (typeof schema === 'boolean') {
        if (schema !== positive) return { kind: 'empty' };
      } else if (positive && schema.type !== undefined) types &= typesOf(schema.type);
    }
    let stop: SearchEnd | undefined;
    for (const value of OUTRIGHT) {
      if ((types & BIT[typeOf(value)]) === 0) continue;
      const truth = this.#meets(constraints, value);
      if (truth === true) return { kind: 'found', instance: value };
      if (truth === undefined) stop = stopAt('', 'stop.not-followed');
    }
    for (const type of SEARCHED) {
      if ((types & type) === 0) continue;
      const decision = this.#decideType(constraints, type);
      if (decision.kind === 'found') return decision;
      if (decision.kind === 'unknown') stop ??= decision.stop;
    }
    return stop ? { kind: 'unknown', stop } : { kind: 'empty' };
  }

  #decideType(constraints: readonly Constraint[], type: TypeSet): Decision {
    const items: Item[] = constraints.map((constraint) => ({ constraint }));
    if (type === BIT.integer) items.push(STEP);
    if (type === BIT.fraction) items.push(NO_STEP);
    const start = { facts: [], choices: [], seen: new Set<string>() };
    return this.#search(
      expand(start, items, type, (constraint) => this.#keyOf(constraint)),
      type,
      constraints,
      true,
    );
  }

  /** Decides the facts; where choices are open, makes them one by one. */
  #search(state: Expansion, type: TypeSet, constraints: readonly Constraint[], first = false): Decision {
    if (state.dead) return { kind: 'empty' };
    if (!this.spend() || this.#chosen > MOST_CHOSEN) return unknown('stop.budget');
    const leaf = this.#leaf(state.facts, type);
    if (leaf.kind === 'empty') return leaf;
    const tried = this.#try(state, leaf, constraints);
    if (tried.decision) return tried.decision;
    if (state.choices.length === 0) return { kind: 'unknown', stop: stopOf(state.facts, leaf) };
    this.#chosen++;
    const decision = this.#branch(state, type, constraints, tried.guide, first);
    this.#chosen--;
    return decision;
  }

  #leaf(facts: readonly Fact[], type: TypeSet): Leaf {
    // Many facts take long: what they cost is counted by their number.
    this.cost.cells += facts.length >> 5;
    const [first, ...others] = only(facts, 'listed');
    if (first) {
      const values = [first, ...others].reduce((least, list) =>
        list.values.length < least.values.length ? list : least,
      ).values;
      return {
        kind: 'open',
        candidates: values.filter((value) => BIT[typeOf(value)] === type),
        complete: true,
      };
    }
    if (type === BIT.string) return decideString(facts, this);
    if (type === BIT.array) return decideArray(facts, this);
    if (type === BIT.object) return decideObject(facts, this);
    return decideNumber(facts);
  }

  /** An instance among the candidates, or the proof that there is none; where neither, the first of them as a guide. */
  #try(
    state: Expansion,
    leaf: Exclude<Leaf, { kind: 'empty' }>,
    constraints: readonly Constraint[],
  ): { decision?: Decision; guide?: JsonValue } {
    let guide: JsonValue | undefined;
    const excluded = new Set(only(state.facts, 'excluded').flatMap(({ values }) => values));
    let sure = true;
    let left = leaf.complete ? Infinity : state.choices.length > 0 ? MOST_TRIED_AT_ONCE : MOST_TRIED;
    for (const candidate of leaf.candidates) {
      if (excluded.has(candidate)) continue;
      if (--left < 0) break;
      guide ??= candidate;
      const truth = this.#meets(constraints, candidate);
      if (truth === true) return { decision: { kind: 'found', instance: candidate } };
      if (truth === undefined) sure = false;
    }
    // Asked only now: listing the candidates may have shown that some cannot be written.
    if (sure && leaf.complete) return { decision: { kind: 'empty' } };
    return omitUndefined({ guide });
  }

  #branch(
    state: Expansion,
    type: TypeSet,
    constraints: readonly Constraint[],
    guide: JsonValue | undefined,
    first: boolean,
  ): Decision {
    const ahead = first
      ? this.#lookAhead(state, type, [...state.choices.keys()], MOST_AHEAD_AT_FIRST)
      : this.#lookAhead(state, type, this.#violated(state.choices, guide), MOST_AHEAD);
    if (ahead.dead) return { kind: 'empty' };
    if (ahead.forced) return this.#search(ahead.forced, type, constraints);
    const { choice, rest } = ahead;
    let stop: SearchEnd | undefined;
    for (const alternative of choice) {
      this.cost.branches++;
      const decision = this.#search(
        { ...alternative, choices: [...rest, ...alternative.choices] },
        type,
        constraints,
      );
      if (decision.kind === 'found') return decision;
      if (decision.kind === 'unknown') stop ??= decision.stop;
    }
    return stop ? { kind: 'unknown', stop } : { kind: 'empty' };
  }

  /** The choices that a candidate does not meet: to make any other would bring nothing new. */
  #violated(choices: readonly Item[][][], guide: JsonValue | undefined): number[] {
    const all = [...choices.keys()];
    if (guide === undefined) return all;
    const meets = (item: Item): boolean =>
      'constraint' in item ? this.accepts(item.constraint, guide) === true : isPresence(item.fact, guide);
    const violated = all.filter((at) => !choices[at]!.some((alternative) => alternative.every(meets)));
    return violated.length > 0 ? violated : all;
  }

  /**
   * Looks one step into choices: alternatives that cannot hold fall away, and a choice with one left is made. At first
   * all are looked into, since one that cannot be made at all ends the search before any other is tried.
   */
  #lookAhead(state: Expansion, type: TypeSet, indices: readonly number[], looks: number): Ahead {
    let made: Expansion = { ...state, choices: [] };
    const gone = new Set<number>();
    let best: { choice: Expansion[]; at: number } | undefined;
    for (const at of indices) {
      if ((best || gone.size > 0) && looks <= 0) break;
      const open: Expansion[] = [];
      for (const alternative of state.choices[at]!) {
        looks--;
        const next = expand({ ...made, choices: [] }, alternative, type, (constraint) =>
          this.#keyOf(constraint),
        );
        if (!next.dead && this.#leaf(next.facts, type).kind !== 'empty') open.push(next);
      }
      if (open.length === 0) return { dead: true };
      if (open.length === 1) {
        gone.add(at);
        made = { ...open[0]!, choices: [...made.choices, ...open[0]!.choices] };
      } else if (!best || open.length < best.choice.length) best = { choice: open, at };
    }
    const rest = state.choices.filter((_, at) => !gone.has(at));
    if (gone.size > 0) return { dead: false, forced: { ...made, choices: [...rest, ...made.choices] } };
    return { dead: false, choice: best!.choice, rest: rest.filter((_, at) => at !== best!.at) };
  }

  #meets(constraints: readonly Constraint[], value: JsonValue): Truth {
    let all: Truth = true;
    for (const constraint of constraints) {
      const truth = this.accepts(constraint, value);
      if (truth === false) return false;
      if (truth === undefined) all = undefined;
    }
    return all;
  }

  /** Equal for constraints that say the same: what is contradicted or known in one place is in every other. */
  #keyOf({ schema, positive, document, frame }: Constraint): string {
    const { id, relative } = this.#interner.schema(schema);
    const key = `${positive ? '+' : '-'}${id}`;
    return relative ? `${key}@${this.#interner.schema(document.root).id}${frameKey(frame)}` : key;
  }
}

type Ahead =
  | { dead: true }
  | { dead: false; forced: Expansion; choice?: undefined }
  | { dead: false; forced?: undefined; choice: Expansion[]; rest: Item[][][] };

/** Does the candidate have, or lack, the property that the fact asks for? Of other facts nothing is said. */
function isPresence(asked: Fact, candidate: JsonValue): boolean {
  if (!isObject(candidate)) return false;
  if (asked.kind === 'has') return Object.hasOwn(candidate, asked.name);
  return asked.kind === 'lacks' && !Object.hasOwn(candidate, asked.name);
}

const unknown = (why: 'stop.nested' | 'stop.budget'): Decision => ({
  kind: 'unknown',
  stop: stopAt('', why),
});

function stopOf(facts: readonly Fact[], leaf: Exclude<Leaf, { kind: 'empty' }>): SearchEnd {
  return only(facts, 'loose')[0]?.stop ?? leaf.stop ?? stopAt('', 'stop.no-instance');
}

/** Resources entered inside one another: with dynamic references each chain is another question. */
const MOST_RESOURCES = 12;

function isDeep(frame: Frame): boolean {
  let left = MOST_RESOURCES;
  for (let next: Frame | undefined = frame; next; next = next.outer) if (--left < 0) return true;
  return false;
}

function frameKey(frame: Frame): string {
  let key = '';
  for (let next: Frame | undefined = frame; next?.outer; next = next.outer) key += ` ${next.base}`;
  return key;
}
