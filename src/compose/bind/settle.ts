import { substitute } from '../../predicate/index.js';
import type { Facts } from '../../predicate/index.js';
import type { BoundBundle } from './bound.js';
import { mapBundle } from './conditions.js';

/** The bundle with every condition decided that the facts decide. Uses that fall away stay, under `false`. */
export function settle(bound: BoundBundle, facts: Facts): BoundBundle {
  return mapBundle(bound, (predicate) => substitute(predicate, facts));
}
