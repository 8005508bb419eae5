import { compareCodeUnits, isObject } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { tablesOf } from './case-tables.js';
import { itemOf } from './draft.js';
import type { CaseEvent } from './event.js';
import { prepare } from './prepared-plan.js';
import type { CaseState } from './state.js';
import { onlyWanted, wantedOf } from './wanted.js';

/**
 * The answer of a look-up without what nobody takes: its names alone are written down. A handler's answer has come without it
 * already; one that is given later, by token, has not.
 */
export function withoutUnwanted(plan: Plan, state: CaseState, event: CaseEvent): CaseEvent {
  // What is no event at all is refused where events are judged.
  if (
    !isObject(event) ||
    event.type !== 'answered' ||
    !isObject(event.answer) ||
    event.answer.status !== 'approved'
  )
    return event;
  const { output, dropped = [] } = event.answer;
  const found = tablesOf(state).steps.get(event.step);
  const step = found === undefined ? undefined : prepare(plan).step(found.step);
  if (found === undefined || step === undefined || !isObject(output)) return event;
  const wanted = wantedOf(step, state.data, itemOf(step, found));
  const [kept, rest] = wanted === undefined ? [output, []] : onlyWanted(output, wanted);
  if (rest.length === 0) return event;
  const names = [...new Set([...dropped, ...rest])].sort(compareCodeUnits);
  return { ...event, answer: { ...event.answer, output: kept, dropped: names } };
}
