import type { Basis } from './common.js';
import type { Condition } from './condition.js';
import type { Duration } from './duration.js';
import type { Text } from './text.js';

/** What the applicant gets that no other block takes: money, a service, goods, or a standing. */
export type ResultKind = 'payment' | 'service' | 'goods' | 'status';

/** How a result reaches the applicant. */
export type ResultWay = 'electronic' | 'mail' | 'counter' | 'bank';

/** Something that comes of a block besides fields and documents. */
export interface Result {
  result: ResultKind;
  title: Text;
  by?: ResultWay[];
  when?: Condition;
}

/** The time within which the applicant has to apply, from a day that a field tells. */
export interface ApplyWithin {
  within: Duration;
  after: string;
  when?: Condition;
  basis?: Basis[];
}
