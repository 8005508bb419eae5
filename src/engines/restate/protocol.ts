import type { Context, ObjectContext } from '@restatedev/restate-sdk';
import type { Plan } from '../../model/index.js';
import type {
  AttemptName,
  AttemptRequest,
  CaseState,
  DraftGiven,
  HandlerOutcome,
  Notice,
  StartGiven,
} from '../../runtime/index.js';

/** What starts a case. */
export interface StartRequest extends StartGiven {
  plan: Plan;
}

/** What opens a draft. */
export interface OpenRequest extends DraftGiven {
  plan: Plan;
}

/** Which part of the log of a case. */
export interface LogPage {
  after?: number;
  limit?: number;
}

/** What an attempt came to. */
export interface AttemptReport extends AttemptName {
  outcome: HandlerOutcome;
}

/** A case as its object shows it. */
export interface Looked {
  id: string;
  seq: number;
  state: CaseState;
  plan: Plan;
}

/** An attempt that waits for a slot at a counter. */
export interface Ticket {
  counter: string;
  case: string;
  /** Of the submission, and which attempt of it. */
  key: string;
  attempt: number;
}

/** An attempt to be made, and the slot that it gives back afterwards. */
export interface WorkRequest {
  request: AttemptRequest;
  slot?: Ticket;
}

/** What the services ask of each other. */
export interface CaseApi {
  wake: (ctx: ObjectContext) => Promise<void>;
  report: (ctx: ObjectContext, report: AttemptReport) => Promise<void>;
  granted: (ctx: ObjectContext, ticket: Ticket) => Promise<void>;
  wanted: (ctx: ObjectContext, name: AttemptName) => Promise<boolean>;
}
export interface WorkerApi {
  attempt: (ctx: Context, request: WorkRequest) => Promise<void>;
}
export interface CounterApi {
  queue: (ctx: ObjectContext, ticket: Ticket) => Promise<void>;
  leave: (ctx: ObjectContext, ticket: Ticket) => Promise<void>;
}
export interface NoticeApi {
  tell: (ctx: ObjectContext, notices: Notice[]) => Promise<void>;
}
