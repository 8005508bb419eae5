import { canonicalJson } from '../../src/base/index.js';
import type { Plan } from '../../src/model/index.js';
import { consider, initialState } from '../../src/runtime/index.js';
import type { CaseEvent, LogEntry } from '../../src/runtime/index.js';
import type { Fault } from './laws.js';

/** Law 7: each event, delivered again at once or long after, changes nothing. */
export function repeatFaults(plan: Plan, history: readonly LogEntry[]): Fault[] {
  const faults: Fault[] = [];
  let state = initialState(plan.hash);
  const isChanged = (event: CaseEvent) =>
    canonicalJson(consider(plan, state, event).state) !== canonicalJson(state);
  for (const { seq, event } of history) {
    state = consider(plan, state, event).state;
    if (isChanged(event))
      faults.push({ law: 7, what: `event ${seq} (${event.type}) again at once changes the case` });
  }
  const at = history.at(-1)?.event.at;
  for (const { seq, event } of history) {
    if (isChanged({ ...event, at: at! }))
      faults.push({ law: 7, what: `event ${seq} (${event.type}) again in the end changes the case` });
  }
  return faults;
}
