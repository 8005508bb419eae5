/** Floor 6: the pure machine of a running plan, and the runner around it. Knows plans and no blocks. */
export { consider, decide, evolve } from './machine.js';
export type { Command, Verdict } from './machine.js';
export type { Answer, CaseEvent, EventType, Refusal, RefusalCode } from './event.js';
export { defaultRetry, initialState, isOver, isSettled, outcomeOf } from './state.js';
export type * from './state.js';
export { transitionsBetween } from './transitions.js';
export type { Transition } from './transitions.js';
export { dateOf, instantOf, isInstant, msOf, offsetOf } from './instant.js';
export type { Instant } from './instant.js';
export { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.js';
export { endOf } from './step-clock.js';
export type { Limit } from './step-clock.js';
export { answerLimits, isBoundedJson } from './limits.js';
export { isAnswer } from './well-formed.js';
