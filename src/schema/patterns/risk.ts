import { BoundedCache } from '../../base/index.js';
import { assertPatternText } from '../arguments.js';
import { rangesByClass } from './alphabet.js';
import { NotRepresentable } from './limits.js';
import { isPattern, parsePattern, type Syntax } from './parse.js';
import { componentsOf, positionsOf, type Positions } from './positions.js';
import { compile, type Program } from './program.js';
import { representative } from './words.js';

/** How a backtracking matcher may behave on a pattern. */
export interface PatternRisk {
  /**
   * - `exponential`: each repetition of some text multiplies the work
   * - `polynomial`: the work grows with the square of the text or faster
   * - `unknown`: not decided, since the pattern is too large or has backreferences
   */
  readonly kind: 'exponential' | 'polynomial' | 'unknown';
  /** A text that makes matching slow when it is repeated. */
  readonly pump?: string;
}

/** How much is looked at for one pattern: a next position for a way so far costs one. */
const searchBudget = 10_000_000;
/** What it costs to keep a tuple, so that memory is bounded too. */
const workOfTuple = 25;
const harmlessWays = 20_000;
const longestCounted = 400;
const remembered = new BoundedCache<Judgement>(500);

/**
 * Does a backtracking matcher, as every ECMA-262 engine is by default, blow up on the pattern? Decided on the ambiguity of its
 * automaton (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991): two ways around one loop with
 * the same text make it exponential, two loops that share a text one after the other polynomial.
 *
 * @returns undefined where the pattern is harmless, or no pattern at all
 */
export function patternRisk(pattern: string): PatternRisk | undefined {
  assertPatternText(pattern);
  return judgementOf(pattern).risk;
}

/**
 * May a backtracking matcher be let loose on the pattern? Stricter than {@link patternRisk}: also finite patterns that
 * can be read in very many ways, such as `(?:a|b|ab)` a hundred times over, are better matched by an automaton.
 */
export function isSafeToBacktrack(pattern: string): boolean {
  return judgementOf(pattern).safe;
}

interface Judgement {
  readonly risk: PatternRisk | undefined;
  readonly safe: boolean;
}

function judgementOf(pattern: string): Judgement {
  return remembered.remember(pattern, () => judge(pattern));
}

const harmless: Judgement = { risk: undefined, safe: true };

function judge(pattern: string): Judgement {
  // Without a choice there is nothing to go back to: cheap, and keeps plain backreferences harmless.
  if (!isPattern(pattern) || !/[*+{?|]/.test(pattern)) return harmless;
  try {
    return judgeSyntax(parsePattern(pattern));
  } catch (error) {
    if (!(error instanceof NotRepresentable)) throw error;
    // A group with alternatives that is referred to is read in as many ways as it has alternatives.
    if (!/[*+{?]/.test(pattern)) return harmless;
    return { risk: { kind: 'unknown' }, safe: false };
  }
}

function judgeSyntax(syntax: Syntax): Judgement {
  const budget = { left: searchBudget };
  const program = compile(syntax);
  const automata = allPositions(program);
  const manyWays = automata.some(hasManyWays);
  const found = (kind: 'exponential' | 'polynomial', pump: string): Judgement => ({
    risk: { kind, pump },
    safe: false,
  });
  for (const positions of automata) {
    const pump = exponentialPump(positions, program, budget);
    if (pump !== undefined) return found('exponential', pump);
  }
  if (manyWays) {
    // Counted repetition is finite, yet (a?){50}a{50} has more ways than anybody can wait for.
    const relaxed = compile(syntax, { relaxed: true });
    for (const positions of allPositions(relaxed)) {
      const pump = exponentialPump(positions, relaxed, budget);
      if (pump !== undefined) return found('exponential', pump);
    }
  }
  for (const positions of automata) {
    const pump = polynomialPump(positions, program, budget);
    if (pump !== undefined) return found('polynomial', pump);
  }
  return { risk: undefined, safe: !manyWays };
}

function allPositions(program: Program): Positions[] {
  return [
    positionsOf(program, program.root, { search: true }),
    ...program.bodies.map(({ nfa }) => positionsOf(program, nfa, { search: false })),
  ];
}

/**
 * A text that leads from a position to itself in two ways. Where one position of a component has such a text, each has:
 * from each a text leads there and back.
 */
function exponentialPump(positions: Positions, program: Program, budget: Budget): string | undefined {
  const { component, cyclic } = componentsOf(positions);
  const within = (from: number, to: number): boolean => component[from] === component[to];
  const searched = new Set<number>();
  for (let start = 0; start < positions.count; start++) {
    const home = component[start]!;
    if (!cyclic[home] || positions.matched[start] || searched.has(home)) continue;
    searched.add(home);
    const goal: Goal = ([a, b], split) => split && a === start && b === start;
    const path = searchTuples([start, start], goal, positions, within, budget);
    if (path) return spell(path, positions, program);
  }
  return undefined;
}

/**
 * A text that leads from `p` to `p`, from `p` to `q` and from `q` to `q`. Where both lie in one component, twice the text
 * and a way back lead from `p` to itself in two ways, which is exponential.
 */
function polynomialPump(positions: Positions, program: Program, budget: Budget): string | undefined {
  const { component, cyclic } = componentsOf(positions);
  const looping = component.map((member) => cyclic[member]!);
  const near = (from: number, to: number, place: number): boolean =>
    place === 1 || component[from] === component[to];
  const known = new Map<number, ReadonlySet<number>>();
  const leadsTo = (p: number): ReadonlySet<number> => {
    const found = known.get(component[p]!) ?? reachedFrom(p, positions, budget);
    known.set(component[p]!, found);
    return found;
  };
  for (let q = 1; q < positions.count; q++) {
    if (!looping[q] || positions.matched[q]) continue;
    for (let p = 0; p < positions.count; p++) {
      spend(budget, 1);
      if (!looping[p] || component[p] === component[q] || !leadsTo(p).has(q)) continue;
      const goal: Goal = ([a, b, c]) => a === p && b === q && c === q;
      const path = searchTuples([p, p, q], goal, positions, near, budget);
      if (path) return spell(path, positions, program);
    }
  }
  return undefined;
}

function reachedFrom(start: number, { edges }: Positions, budget: Budget): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const from of reached) {
    spend(budget, edges[from]!.length);
    for (const { to } of edges[from]!) reached.add(to);
  }
  return reached;
}

interface Budget {
  left: number;
}

function spend(budget: Budget, work: number): void {
  if ((budget.left -= work) < 0) throw new NotRepresentable('too many steps');
}

type Tuple = readonly number[];
type Allowed = (from: number, to: number, place: number) => boolean;
/** `split`: the ways have differed since the start. */
type Goal = (tuple: Tuple, split: boolean) => boolean;

interface Reached {
  readonly tuple: Tuple;
  readonly split: boolean;
  readonly before: Reached | undefined;
}

/** Breadth-first search over tuples of positions that read the same text; gives the tuples on the way. */
function searchTuples(
  start: Tuple,
  goal: Goal,
  positions: Positions,
  allowed: Allowed,
  budget: Budget,
): Tuple[] | undefined {
  const seen = new Set<string>();
  const open: Reached[] = [{ tuple: start, split: false, before: undefined }];
  for (let index = 0; index < open.length; index++) {
    const from = open[index]!;
    for (const { tuple, several } of successors(from.tuple, positions, allowed, budget)) {
      const split = from.split || several || new Set(tuple).size > 1;
      const key = `${tuple.join()}${split ? '!' : ''}`;
      if (seen.has(key)) continue;
      spend(budget, workOfTuple);
      seen.add(key);
      const reached = { tuple, split, before: from };
      if (goal(tuple, split)) return wayTo(reached);
      open.push(reached);
    }
  }
  return undefined;
}

function wayTo(reached: Reached): Tuple[] {
  const way: Tuple[] = [];
  for (let at: Reached = reached; at.before; at = at.before) way.unshift(at.tuple);
  return way;
}

function* successors(
  tuple: Tuple,
  positions: Positions,
  allowed: Allowed,
  budget: Budget,
): Generator<{ tuple: Tuple; several: boolean }> {
  const extend = function* (chosen: Tuple, several: boolean): Generator<{ tuple: Tuple; several: boolean }> {
    if (chosen.length === tuple.length) {
      yield { tuple: chosen, several };
      return;
    }
    const place = chosen.length;
    const from = tuple[place]!;
    const edges = place === 0 ? positions.edges[from]! : positions.edgesLike(from, chosen[0]!);
    spend(budget, edges.length);
    for (const edge of edges) {
      const next = [...chosen, edge.to];
      if (allowed(from, edge.to, place) && sharedClass(next, positions) !== undefined)
        yield* extend(next, several || edge.several);
    }
  };
  yield* extend([], false);
}

/** The first class that leads to all of the positions. */
function sharedClass(tuple: Tuple, { classes }: Positions): number | undefined {
  const first = classes[tuple[0]!]!;
  for (let word = 0; word < first.length; word++) {
    let bits = first[word]!;
    for (let place = 1; place < tuple.length && bits !== 0; place++) bits &= classes[tuple[place]!]![word]!;
    if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits));
  }
  return undefined;
}

function spell(path: readonly Tuple[], positions: Positions, program: Program): string {
  const ranges = rangesByClass(program.alphabet);
  return path.map((tuple) => representative(ranges[sharedClass(tuple, positions)!]!)).join('');
}

/** May a text of some length be read in more ways than a matcher gets through in a moment? An upper bound. */
function hasManyWays(positions: Positions): boolean {
  let counts = new Float64Array(positions.count);
  counts[0] = 1;
  for (let length = 0; length <= Math.min(positions.count, longestCounted); length++) {
    const next = new Float64Array(positions.count);
    counts.forEach((count, from) => {
      if (count === 0) return;
      for (const edge of positions.edges[from]!) next[edge.to]! += count * (edge.several ? 2 : 1);
    });
    counts = next;
    if (counts.reduce((sum, count) => sum + count, 0) > harmlessWays) return true;
  }
  return false;
}
