import type { SourceRef } from '../../diagnostics/index.js';
import type { ActName, Carriage, Duration, Predicate, Transfer } from '../../model/index.js';

/** Who does one act of a block in which situation, in terms of the bundle's roles. */
export interface BoundAct {
  act: ActName;
  /** When it is this alternative, within the use. */
  when: Predicate;
  authority?: string;
  /** The field that tells the place. */
  at?: { key: string; role: string; name: string };
  /** What passes the application or the result on afterwards. */
  transfer?: BoundTransfer;
  ref: SourceRef;
}

/** Something that gets from one place to another, as a step of its own. */
export interface BoundTransfer {
  step: string;
  from: Transfer['from'];
  to: Transfer['to'];
  by: Carriage;
  time?: Duration;
}
