import type { Basis } from './common.js';
import type { Condition } from './condition.js';
import type { Duration } from './duration.js';

/**
 * What is done with an application, in this order: collect (收件: checked in form, originals compared, passed on),
 * accept (受理: from here the limit counts), decide (审批), issue (发证).
 */
export type ActName = 'collect' | 'accept' | 'decide' | 'issue';

/** How something gets from one place to another, or to the applicant. */
export type Carriage = 'electronic' | 'mail' | 'counter';

/** Who does one of the acts, and where. */
export interface Act {
  when?: Condition;
  /** The field that tells the place: a region code, an address. */
  at?: string;
  authority?: string;
  basis?: Basis[];
}

/** An act after which things are passed on. */
export interface PassingAct extends Act {
  by?: Carriage;
  /** How long that takes. It is no part of the limit where it comes before the acceptance or after the decision. */
  time?: Duration;
}

/**
 * Who collects, accepts, decides and issues a block where these are not one and the same place (跨省通办). Of a list,
 * the first whose condition holds counts; without one, whoever decides does it.
 */
export interface Places {
  collect?: PassingAct | PassingAct[];
  accept?: PassingAct | PassingAct[];
  decide?: Act | Act[];
  issue?: PassingAct | PassingAct[];
}

/** The acts in the order in which they are done. */
export const actNames: readonly ActName[] = ['collect', 'accept', 'decide', 'issue'];
