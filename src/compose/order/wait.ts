import type { SourceRef } from '../../diagnostics/index.js';
import type { Basis, Predicate, Reason, Text } from '../../model/index.js';
import type { BoundBundle, BoundUse } from '../bind/bound.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { Need, Needs } from '../ask/needs.js';
import type { Origins } from '../origin/origin.js';

/** Why one step waits for another, and when. */
export interface Wait {
  needs: 'approval' | 'end';
  when: Predicate;
  kind: Reason['kind'];
  of: string;
  text?: Text;
  basis?: Basis[];
  at: SourceRef;
  /** The authors permit this edge to be left out, and what that costs in lawfulness: an order wish is the least. */
  cut?: 'order' | 'commitment' | 'deferral';
}

/** One wait as an edge. */
export interface StepEdge {
  from: string;
  to: string;
  data: Wait;
}

/** A deferral that the authors wrote and that spares a wait. */
export interface TakenDeferral {
  need: Need;
  producer: string;
}

/** What the order is worked out from. */
export interface WaitContext {
  bound: BoundBundle;
  origins: Origins;
  needs: Needs;
  formParts: readonly FormPart[];
}

/** A wait as an edge; none where it never stands. */
export type MakeEdge = (from: string, to: string, data: Wait) => StepEdge[];

/** The uses by block; of those that take part in no situation nothing is awaited. */
export type BlockIndex = ReadonlyMap<string, readonly BoundUse[]>;
