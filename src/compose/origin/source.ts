import type { SourceRef } from '../../diagnostics/index.js';
import type { Origin, Predicate } from '../../model/index.js';

/** One way in which a value comes without being asked, and when. */
export interface Source {
  kind: Exclude<Origin['kind'], 'asked'>;
  step?: string;
  when: Predicate;
  at?: SourceRef;
}
