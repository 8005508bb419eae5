import type { FormatTable } from '../formats/index.js';
import type { AlgebraCost } from '../types.js';
import type { Constraint, Decision } from './constraint.js';

export interface Solver {
  decide(constraints: readonly Constraint[]): Decision;
}

export function createSolver(_formats: FormatTable, _cost: AlgebraCost, _budget: number): Solver {
  return { decide: () => ({ kind: 'unknown', stop: { pointer: '', keyword: '', reason: 'Not searched.' } }) };
}
