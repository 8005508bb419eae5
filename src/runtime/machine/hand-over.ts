import type { PlanStep } from '../../model/index.js';
import { mayLookUp } from './consent.js';
import { move, stepKey } from './draft.js';
import type { Draft } from './draft.js';
import { tell } from './messages.js';
import type { InputReading } from './step-input.js';
import type { Need, StepState } from './state.js';

/** Has somebody to consent who has not? */
export function awaitConsent(draft: Draft, step: PlanStep, state: StepState): boolean {
  const may = mayLookUp(draft, step, state);
  if (may === 'open') move(draft, state, 'consenting');
  else if (may === 'no') move(draft, state, 'unavailable', tell('because.no-consent'));
  return may !== 'yes';
}

/** The step is to be handed over, with what it is given. */
export function hand(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  { input, deferred }: Extract<InputReading, { kind: 'ready' }>,
): void {
  state.round += 1;
  state.attempt = 0;
  move(draft, state, 'ready');
  state.input = input;
  for (const need of deferred) remember(draft, step, state, need);
}

function remember(draft: Draft, step: PlanStep, state: StepState, need: Need): void {
  const key = stepKey(state.step, state.item);
  if (draft.state.open.some((open) => open.step === key && open.at === need.at)) return;
  const until = step.in[need.input]?.deferral?.until;
  const open = { step: key, input: need.input, of: need.of, at: need.at };
  draft.state.open = [...draft.state.open, until === undefined ? open : { ...open, until }];
}
