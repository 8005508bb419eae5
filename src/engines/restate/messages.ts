import type { Context, ObjectContext } from '@restatedev/restate-sdk';
import type { JsonObject } from '../../base/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import type { CaseEvent, CaseState, HandlerOutcome, Handling, Notice } from '../../runtime/index.js';

/** An event without its time: the case gives it the time at which it takes it. */
export type Untimed<E extends CaseEvent = CaseEvent> = E extends CaseEvent ? Omit<E, 'at'> : never;

/** What starts a case. */
export interface StartRequest {
  plan: Plan;
  answers: JsonObject;
  known?: JsonObject;
}

/** One attempt, as the worker is asked to make it. */
export interface AttemptRequest {
  case: string;
  /** The step key. */
  key: string;
  item?: string;
  /** What the worker has to know of the step; it has no plan. */
  step: PlanStep;
  type: 'execute' | 'undo';
  round: number;
  attempt: number;
  idempotencyKey: string;
  /** For undoing: the idempotency key of the submission. */
  of: string;
  input: JsonObject;
  handling?: Handling;
  today: string;
}

/** What an attempt came to. */
export interface AttemptReport {
  key: string;
  type: 'execute' | 'undo';
  round: number;
  attempt: number;
  outcome: HandlerOutcome;
}

/** A case as its object shows it. */
export interface Looked {
  id: string;
  seq: number;
  state: CaseState;
  plan: Plan;
}

/** What the services ask of each other. */
export interface CaseApi {
  wake: (ctx: ObjectContext) => Promise<void>;
  report: (ctx: ObjectContext, report: AttemptReport) => Promise<void>;
}
export interface WorkerApi {
  attempt: (ctx: Context, request: AttemptRequest) => Promise<void>;
}
export interface CounterApi {
  attempt: (ctx: ObjectContext, request: AttemptRequest) => Promise<void>;
}
export interface NoticeApi {
  tell: (ctx: ObjectContext, notices: Notice[]) => Promise<void>;
}
