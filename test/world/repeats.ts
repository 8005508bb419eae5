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
  for (const [index, { event }] of history.entries()) {
    state = consider(plan, state, event).state;
    // Again at once, and again while the case goes on: after one, three, seven, fifteen events.
    for (const later of [0, 1, 3, 7, 15]) {
      const repeated = history[index - later];
      if (repeated !== undefined && isChanged(repeated.event)) {
        const { seq, event: again } = repeated;
        const what = `event ${seq} (${again.type}) again ${later} events later changes the case`;
        faults.push({ law: 7, what });
      }
    }
  }
  const at = history.at(-1)?.event.at;
  for (const { seq, event } of history) {
    if (isChanged({ ...event, at: at! }))
      faults.push({ law: 7, what: `event ${seq} (${event.type}) again in the end changes the case` });
  }
  return faults;
}
