/** The pure machine of a running plan, and the runner around it. Knows plans and no blocks. */
export { consider, decide, evolve } from './machine/machine.js';
export type { Command, Verdict } from './machine/machine.js';
export type { Issue } from './machine/prepared-plan.js';
export type { Answer, CaseEvent, EventType, Refusal, RefusalCode, Untimed } from './machine/event.js';
export { isRefusal, unknownCase } from './machine/refuse.js';
export { isAboutToStart, isLookingUp } from './machine/eligibility.js';
export type { IneligibleStep } from './machine/eligibility.js';
export { defaultRetry, initialState, isOver, isSettled, outcomeOf } from './machine/state.js';
export type * from './machine/state.js';
export { tablesOf } from './machine/case-tables.js';
export type { CaseTables, RestOfState, StepGroup } from './machine/case-tables.js';
export { transitionsBetween } from './machine/transitions.js';
export type { Transition } from './machine/transitions.js';
export {
  addWorkingDays,
  dateIn,
  dateOf,
  endOf,
  instantIn,
  instantOf,
  isInstant,
  isWorkingDay,
  msOf,
  offsetOf,
  workingDayFrom,
} from '../time/index.js';
export type { JsonObject, JsonValue } from '../base/index.js';
export type { Instant, Limit } from '../time/index.js';
export { answerLimits, isBoundedJson } from './machine/limits.js';
export { isAnswer } from './machine/well-formed.js';
export { createRunner } from './embedded/runner.js';
export type { DraftStart, Runner, RunnerOptions, CaseStart } from './embedded/runner.js';
export { createCalls, receiptOf } from './shell/calls.js';
export type {
  CallEvent,
  CallPorts,
  Calls,
  ConsentGiven,
  Outcome,
  SubmitGiven,
  Receipt,
  Taken,
} from './shell/calls.js';
export { openedBy, readyToApply, startedAgain, startedBy, takenNow, withDerived } from './shell/start.js';
export type { CaseKeeping, DraftGiven, StartGiven } from './shell/start.js';
export { commitOf, Turn, wakeOf } from './shell/turn.js';
export { beginningOf, handIn, isHandlerCommand, isUnderWay } from './shell/attempt-events.js';
export type { AttemptName, HandlerCommand } from './shell/attempt-events.js';
export { attemptOf, makeAttempt, planStepOf } from './shell/attempt.js';
export type { AttemptRequest } from './shell/attempt.js';
export type { DisputeClaim } from './machine/dispute-claim.js';
export type { StepDispute } from './machine/disputes.js';
export { viewOf } from './machine/case-view.js';
export type { CaseView, ConsentView, DraftView, StepView } from './machine/case-view.js';
export { createMemoryStore } from './embedded/memory-store.js';
export { createManualClock, createSystemClock } from './shell/clock.js';
export type { ManualClock } from './shell/clock.js';
export { assertSecret, createTokens } from './shell/tokens.js';
export type { TokenContent, Tokens } from './shell/tokens.js';
export { assertCaseFilter } from './shell/case-filter.js';
export { assertCaseFormat } from './shell/case-format.js';
export { assertCaseId, assertReference } from './shell/case-id.js';
export { assertHandlers, assertPlan } from './shell/check-plan.js';
export type { Handling, HandlingPlace } from './machine/handling.js';
export { failureOf } from './shell/call-handler.js';
export type { HandlerOutcome } from './shell/call-handler.js';
export { counterOf } from './shell/slots.js';
export type { ConcurrencyLimits } from './shell/slots.js';
export { noticeOf, noticesOf } from './shell/notices.js';
export type { Notice, NoticeTransition } from './shell/notices.js';
export { assertEventsOptions, createFeed } from './shell/feed.js';
export type { EventsOptions, Feed, FeedOptions } from './shell/feed.js';
export { summaryOf } from './shell/case-summary.js';
export type { AuthorityWork, CaseSummary, WorkItem } from './shell/case-summary.js';
export { filesIn, mayBeForgotten } from './shell/files.js';
export type { FileReference, Forgotten } from './shell/files.js';
export type * from './shell/ports.js';
export { createSimulation } from './simulation/simulation.js';
export type {
  SimulatedFate,
  SimulatedRunner,
  Simulation,
  SimulationOptions,
} from './simulation/simulation.js';
export { conflictError, restoreCase } from './shell/store-errors.js';
export { trustedStore } from './shell/trusted-store.js';
export type { Logger, Trouble, TroubleOptions } from './shell/trouble.js';
