import type { JsonObject } from '../../base/index.js';
import type { Derivation } from '../../derive/index.js';
import type { Plan, PlanCheck, Transfer } from '../../model/index.js';
import type { Answer, CaseEvent } from '../machine/event.js';
import type { StepDispute } from '../machine/disputes.js';
import type { Handling } from '../machine/handling.js';
import type { Instant } from '../../time/index.js';
import type { CaseState, CaseStatus } from '../machine/state.js';
import type { CaseSummary } from './case-summary.js';
import type { Transition } from '../machine/transitions.js';

/** What a handler is told besides its input. */
export interface HandlerContext {
  case: string;
  /** The plan that the case is pinned to, the bundle that it was composed from, and the version of its catalogue. */
  plan: { id: string; hash: string };
  bundle: string;
  version: string;
  /** The step key: the id, or `id[item]`. */
  step: string;
  /** The key of the item, where the step is done for each item of a role. */
  item?: string;
  /** 1 for the first attempt. */
  attempt: number;
  /**
   * The same for every attempt of one submission, also after a restart. Effects outside happen at least once: whoever
   * receives this key can make that exactly once.
   */
  idempotencyKey: string;
  /** With this token the answer can be given later, by whoever holds it. Unguessable. */
  token: string;
  /** Who collects, accepts, decides and issues, where the plan names places. */
  handling?: Handling;
  /** Of a look-up: what this case can take, by the names that the registry gives. Nothing else need be looked up. */
  wanted?: readonly string[];
  /** What the applicant says is wrong of what the step is given: the input still holds what its source says. */
  disputes?: readonly StepDispute[];
  /** Aborted when the attempt takes too long, the step is over otherwise, or the runner stops. */
  signal: AbortSignal;
}

/** The authority has received it; the answer comes later, with the token. */
export interface Pending {
  status: 'pending';
}

/** Hands a block over to its authority. Throwing means: try again later. */
export type BlockHandler<Input = JsonObject, Output = JsonObject> = (
  input: Input,
  context: HandlerContext,
) => HandlerResult<Output> | Promise<HandlerResult<Output>>;

/** What a block's handler may give. */
export type HandlerResult<Output = JsonObject> =
  { status: 'approved'; output: Output } | Exclude<Answer, { status: 'approved' }> | Pending;

/**
 * Gets an application or a result from one place to another: to the window that collects it, by mail, over the platform.
 * `approved`: it has arrived; `returned`: the collecting place found something missing.
 */
export type TransferHandler<Input = JsonObject> = (
  input: Input,
  context: HandlerContext & { transfer: Transfer },
) => HandlerResult<JsonObject> | Promise<HandlerResult<JsonObject>>;

/**
 * Checks what was declared in place of a material, after the decision: `approved`: it holds; `rejected`: it is not so.
 * The input is that of the matter which took the commitment.
 */
export type CheckHandler<Input = JsonObject> = (
  input: Input,
  context: HandlerContext & { check: PlanCheck },
) => HandlerResult<JsonObject> | Promise<HandlerResult<JsonObject>>;

/**
 * Looks something up: what the context names as `wanted`, and no more. What it does not know it leaves out; throwing
 * means: try again later, then ask.
 */
export type RegistryHandler<Input = JsonObject, Output = JsonObject> = (
  input: Input,
  context: HandlerContext,
) => Output | Promise<Output>;

/** Undoes what was handed over under `of`, the idempotency key of the submission. */
export type UndoHandler = (context: HandlerContext & { of: string }) => void | Promise<void>;

/**
 * What the host does for a plan: by id of block and registry. Handlers of any input and output fit: what they are given
 * and give is checked against the plan. `onething types` generates the exact type for a plan.
 */
export interface Handlers {
  blocks: Readonly<Record<string, BlockHandler<never, unknown>>>;
  registries?: Readonly<Record<string, RegistryHandler<never, unknown>>>;
  /** Transfers between places, by what is passed on: an application that was collected or accepted, or a result. */
  transfers?: Readonly<Partial<Record<Transfer['from'], TransferHandler<never>>>>;
  /** Checks of what was declared, by id of the block that took the commitment. */
  checks?: Readonly<Record<string, CheckHandler<never>>>;
  /** Derivations of the host, by name. */
  derivations?: Readonly<Record<string, Derivation>>;
  /** For blocks that declare `compensation`. */
  undo?: Readonly<Record<string, UndoHandler>>;
}

/** What time it is, and being called later. */
export interface Clock {
  now(): Instant;
  /**
   * Calls back once, when so many milliseconds have gone by or somewhat later, whatever the clock is set to meanwhile:
   * how long an attempt may take. Gives a function that calls it off.
   */
  after(ms: number, callback: () => void): () => void;
  /** Calls back once, when the clock shows so many milliseconds since 1970 or somewhat more: when something is due. */
  at(ms: number, callback: () => void): () => void;
}

/** One accepted event in the log of a case. */
export interface LogEntry {
  /** From 1, without gaps. */
  seq: number;
  event: CaseEvent;
  transitions: Transition[];
}

/** A case as a store keeps it. */
export interface CaseRecord {
  id: string;
  plan: string;
  /** `seq` of the last entry that the state holds. */
  seq: number;
  state: CaseState;
}

/** What one transition of a case writes: all of it or nothing. */
export interface Commit {
  id: string;
  plan: string;
  /** Consecutive; the first follows what the store has. */
  entries: readonly LogEntry[];
  state: CaseState;
  /** The state that the store has, where it is at hand: `state` shares with it whatever has not changed. */
  before?: CaseState;
  /** What lists say of the case. */
  summary: CaseSummary;
  /** Milliseconds since 1970 of the next moment at which the clock alone changes something. */
  wakeAt: number | undefined;
  /** Something is to be done at once: after a crash the case is taken up again. */
  active: boolean;
  /** The plan itself, with the first commit of a case: kept once for all cases that are pinned to it. */
  newPlan?: Plan;
}

/** Which cases to list; all that is named has to hold. */
export interface CaseFilter {
  status?: CaseStatus;
  /** Hash of the plan. */
  plan?: string;
  /** With steps in the hands of this authority; with `overdue` or `stalled`, such a step of this authority. */
  authority?: string;
  /** A step or a material is late. */
  overdue?: true;
  /** A step waits for the operator. */
  stalled?: true;
  /** A material is owed. */
  owed?: true;
  /** The applicant's reference. */
  reference?: string;
  /** The id after which to go on. */
  after?: string;
  /** At most so many; 100 unless told. */
  limit?: number;
}

/** An entry in the log of a store, and where it stands there. */
export interface LoggedEntry {
  /** Grows with every entry of every case, and is never given twice. */
  position: number;
  case: string;
  entry: LogEntry;
}

/** A case for which the clock changes something, and when: milliseconds since 1970. */
export interface DueCase {
  at: number;
  id: string;
}

/**
 * Where cases live. Every method rejects when the store cannot do it; a commit is durable once it resolves. What a store
 * rejects with is tried again later, with growing patience, unless it is an `UnavailableError` that says that this is of
 * no use (`isRetryable: false`): then the case is set aside.
 */
export interface CaseStore {
  /** A secret of this store, made once: what tokens are signed with. */
  secret(): Promise<string>;
  loadPlan(hash: string): Promise<Plan | undefined>;
  /**
   * Gives the position of the last entry. Refused with an `UnavailableError` `runtime/conflict` where the entries do not
   * follow what is there.
   */
  commit(commit: Commit): Promise<number>;
  load(id: string): Promise<CaseRecord | undefined>;
  /** The log of a case in its order: all of it, or at most so many entries after one. */
  history(id: string, page?: { after?: number; limit?: number }): Promise<LogEntry[]>;
  /** The log of all cases, or of one, in the order of writing: at most so many entries behind a position. */
  log(after: number, limit: number, id?: string): Promise<LoggedEntry[]>;
  /** The position of the last entry in the log, also where it has been forgotten since; 0 before the first. */
  position(): Promise<number>;
  /** Removes a case, its log, and its plan where no other case is pinned to it. What is removed cannot be read any more. */
  forget(id: string): Promise<void>;
  /** Writes a copy of the store as it stands, while it is in use. Absent where there is nothing to copy. */
  backup?(path: string): Promise<void>;
  list(filter: CaseFilter): Promise<CaseSummary[]>;
  /** Cases that are active. */
  active(after: string | undefined, limit: number): Promise<string[]>;
  /** Cases whose wake time has come, the soonest first, and of one time in the order of their ids; from `after` on. */
  due(nowMs: number, limit: number, after?: DueCase): Promise<DueCase[]>;
  /** The next wake time later than a moment; the first of all, where none is given. */
  nextWake(afterMs?: number): Promise<number | undefined>;
  close(): Promise<void>;
}
