import { byKey, inTurn } from '../base/index.js';
import type { Predicate } from '../model/index.js';
import { atomOf, mostCells, partition } from './partition.js';
import type { Variable } from './partition.js';
import type { Ground } from './satisfiable.js';

/** A condition by its place in the store: 0 never holds, 1 always holds. */
export type Formula = number;

type Node =
  | { kind: 'constant' }
  | { kind: 'test'; variable: number; mask: bigint }
  /** A test of a variable whose cells are too many to be told apart. */
  | { kind: 'crowded'; variable: number }
  | { kind: 'all' | 'any'; parts: readonly Formula[] };

/**
 * Conditions over finitely many cells instead of values. Equal conditions are one and the same formula, so that what
 * is left of a condition after some answers can be compared by number.
 */
export class FormulaStore {
  readonly variables: readonly Variable[];
  /** How many times a formula was worked out for an answer, for golden counters. */
  assignments = 0;
  /** How many parts were put together into formulas: what time and memory grow with. */
  combined = 0;

  private readonly nodes: Node[] = [{ kind: 'constant' }, { kind: 'constant' }];
  private readonly known = new Map<string, Formula>();
  private readonly assigned = new Map<number, Formula>();
  private readonly spans = new Map<Formula, ReadonlySet<number>>();
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly atomsOf: ReadonlyMap<string, ReadonlyMap<string, number>>;

  /** @param predicates everything that will be compiled */
  constructor(
    predicates: readonly Predicate[],
    private readonly ground: Ground,
  ) {
    const tests = new Map<string, Map<string, Predicate>>();
    for (const predicate of predicates) this.collect(predicate, tests);
    const sorted = [...tests].sort(inTurn(byKey(([name]: [string, unknown]) => name)));
    this.variables = sorted.map(([name, atoms]) => partition(name, sortedTests(atoms), ground));
    this.placeOf = new Map(sorted.map(([name], place) => [name, place]));
    this.atomsOf = new Map(
      sorted.map(([name, atoms]) => [name, new Map([...atoms.keys()].sort().map((key, at) => [key, at]))]),
    );
  }

  /** The predicate as a formula. */
  compile(predicate: Predicate): Formula {
    if (typeof predicate === 'boolean') return predicate ? 1 : 0;
    if ('all' in predicate)
      return this.combine(
        'all',
        predicate.all.map((part) => this.compile(part)),
      );
    if ('any' in predicate)
      return this.combine(
        'any',
        predicate.any.map((part) => this.compile(part)),
      );
    const atom = atomOf(predicate, this.ground)!;
    const variable = this.placeOf.get(atom.variable)!;
    const index = this.atomsOf.get(atom.variable)!.get(atom.key)!;
    const { cells, crowded } = this.variables[variable]!;
    if (crowded) return this.keep(`c${variable}:${index}:${atom.positive}`, { kind: 'crowded', variable });
    let mask = 0n;
    for (const [place, cell] of cells.entries()) {
      if (cell.holds[index] === atom.positive) mask |= 1n << BigInt(place);
    }
    return this.test(variable, mask);
  }

  /** What is left of a formula when a variable has a value of a cell. */
  assign(formula: Formula, variable: number, cell: number): Formula {
    if (formula < 2 || !this.variablesOf(formula).has(variable)) return formula;
    const key = (formula * this.variables.length + variable) * (mostCells + 1) + cell;
    let left = this.assigned.get(key);
    if (left === undefined) {
      this.assignments += 1;
      const node = this.nodes[formula]!;
      if (node.kind === 'test') left = (node.mask >> BigInt(cell)) & 1n ? 1 : 0;
      else if (!('parts' in node)) left = formula;
      else
        left = this.combine(
          node.kind,
          node.parts.map((part) => this.assign(part, variable, cell)),
        );
      this.assigned.set(key, left);
    }
    return left;
  }

  /** The variables that a formula still rests on. */
  variablesOf(formula: Formula): ReadonlySet<number> {
    let span = this.spans.get(formula);
    if (span === undefined) {
      const node = this.nodes[formula]!;
      if (node.kind === 'constant') span = new Set();
      else if ('variable' in node) span = new Set([node.variable]);
      else span = new Set(node.parts.flatMap((part) => [...this.variablesOf(part)]));
      this.spans.set(formula, span);
    }
    return span;
  }

  private collect(predicate: Predicate, tests: Map<string, Map<string, Predicate>>): void {
    if (typeof predicate === 'boolean') return;
    if ('all' in predicate) for (const part of predicate.all) this.collect(part, tests);
    else if ('any' in predicate) for (const part of predicate.any) this.collect(part, tests);
    else {
      const atom = atomOf(predicate, this.ground)!;
      let own = tests.get(atom.variable);
      if (own === undefined) tests.set(atom.variable, (own = new Map<string, Predicate>()));
      own.set(atom.key, atom.test);
    }
  }

  private test(variable: number, mask: bigint): Formula {
    if (mask === 0n) return 0;
    if (mask === (1n << BigInt(this.variables[variable]!.cells.length)) - 1n) return 1;
    return this.keep(`t${variable}:${mask}`, { kind: 'test', variable, mask });
  }

  private combine(kind: 'all' | 'any', given: readonly Formula[]): Formula {
    const absorbing = kind === 'all' ? 0 : 1;
    const parts = new Set<Formula>();
    const masks = new Map<number, bigint>();
    const take = (formula: Formula): void => {
      this.combined += 1;
      const node = this.nodes[formula]!;
      if ('parts' in node && node.kind === kind) for (const part of node.parts) take(part);
      else if (node.kind === 'test') {
        const before = masks.get(node.variable);
        const both =
          before === undefined ? node.mask : kind === 'all' ? before & node.mask : before | node.mask;
        masks.set(node.variable, both);
      } else parts.add(formula);
    };
    for (const formula of given) take(formula);
    for (const [variable, mask] of masks) parts.add(this.test(variable, mask));
    if (parts.has(absorbing)) return absorbing;
    parts.delete(1 - absorbing);
    const sorted = [...parts].sort((a, b) => a - b);
    if (sorted.length === 0) return 1 - absorbing;
    if (sorted.length === 1) return sorted[0]!;
    return this.keep(`${kind} ${sorted.join(' ')}`, { kind, parts: sorted });
  }

  private keep(key: string, node: Node): Formula {
    let formula = this.known.get(key);
    if (formula === undefined) {
      formula = this.nodes.push(node) - 1;
      this.known.set(key, formula);
    }
    return formula;
  }
}

function sortedTests(atoms: ReadonlyMap<string, Predicate>): Predicate[] {
  return [...atoms.keys()].sort().map((key) => atoms.get(key)!);
}
