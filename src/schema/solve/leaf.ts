import type { JsonValue } from '../../base/index.js';
import type { FormatTable } from '../formats/index.js';
import type { Truth } from '../keywords/site.js';
import type { Constraint, Decision } from './constraint.js';
import type { Fact } from './facts.js';
import type { SearchEnd } from './stop.js';

/** What the facts about a value of one type leave: nothing, or candidates for an instance. */
export type Leaf =
  | { kind: 'empty' }
  | {
      kind: 'open';
      candidates: Iterable<JsonValue>;
      /** Whether every value that meets the facts is among the candidates. */
      complete: boolean;
      /** What kept the search from going on, where it did. */
      stop?: SearchEnd;
    };

/** What the deciders of single types may ask. */
export interface Asking {
  readonly formats: FormatTable;
  decide(constraints: readonly Constraint[]): Decision;
  /** Different instances, at most `limit`; `complete` where there are surely no more. */
  values(constraints: readonly Constraint[], limit: number): { values: JsonValue[]; complete: boolean };
  accepts(constraint: Constraint, value: JsonValue): Truth;
  /** Counts one step of work; false when the budget is spent. */
  spend(): boolean;
}

/** Decides the facts about values of one type. */
export type Decider = (facts: readonly Fact[], asking: Asking) => Leaf;

export const EMPTY: Leaf = { kind: 'empty' };

/** The facts of one kind. */
export function only<K extends Fact['kind']>(facts: readonly Fact[], kind: K): Extract<Fact, { kind: K }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
