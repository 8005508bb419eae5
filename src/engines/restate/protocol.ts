import type { Context, ObjectContext } from '@restatedev/restate-sdk';
import type { JsonObject } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import type { AttemptName, AttemptRequest, CaseState, HandlerOutcome, Notice } from '../../runtime/index.js';

/** What starts a case. */
export interface StartRequest {
  plan: Plan;
  answers: JsonObject;
  known?: JsonObject;
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
