import type { Predicate } from '../../model/index.js';
import { createGround, satisfiable } from '../../predicate/index.js';
import type { Ground, Satisfiability } from '../../predicate/index.js';
import type { BoundBundle } from './bound.js';
import { fieldSchemaOf } from './element.js';

const grounds = new WeakMap<BoundBundle, Ground>();

/** What the elements and roles of a bundle allow. */
export function groundOf(bound: BoundBundle): Ground {
  let ground = grounds.get(bound);
  if (ground === undefined) {
    ground = createGround(fieldSchemaOf(bound), (role) => bound.roles.get(role)?.many);
    grounds.set(bound, ground);
  }
  return ground;
}

/** Whether some applicant of the bundle meets all of these, given what the elements allow. */
export function possibleIn(bound: BoundBundle, ...predicates: Predicate[]): Satisfiability {
  return satisfiable(predicates, groundOf(bound));
}
