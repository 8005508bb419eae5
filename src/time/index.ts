/** The one arithmetic of time: moments, zones, working days, limits. A plan, a report and a running case count alike. */
export { addDays } from './dates.js';
export { instantArgument } from './arguments.js';
export { compareMoments, dateOf, instantOf, msOf, offsetOf } from './instant.js';
export { isInstant } from './moment-text.js';
export type { Instant } from './moment-text.js';
export { continueClock, dateIn, endOf, instantIn, startClock, stopClock } from './limit-clock.js';
export type { Limit, LimitClock } from './limit-clock.js';
export { addWorkingDays, isWorkingDay, workingDayFrom, zoneOf } from './working-days.js';
export { defaultZone, zoneNamed, zoneNames } from './zone.js';
export {
  daysOfStep,
  lastMomentOf,
  ordinaryPace,
  walkThrough,
  workingDaysOf,
  workingDaysUntil,
} from './pace.js';
export type { Pace, Span, StepTime, Walk } from './pace.js';
