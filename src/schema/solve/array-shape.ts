import type { Constraint } from './constraint.js';
import type { Fact } from './facts.js';

/** What is known of an array, position by position. */
export interface Shape {
  min: number;
  max: number;
  /** Positions before this one may differ from each other; all later ones are alike. */
  prefix: number;
  at(position: number): Constraint[];
  counted: Extract<Fact, { kind: 'contains' }>[];
}
