import { isObject, pointer, resolvePointer, tokensOf, valueAt } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import { choicesRole, itemParts } from '../../model/index.js';
import type { Dependency, PlanStep } from '../../model/index.js';
import { keysIn, scopeOf } from './affected.js';
import type { Scope } from './affected.js';
import {
  canStillCome,
  counterparts,
  itemOf,
  judge,
  keysOf,
  move,
  openOf,
  ownStep,
  stepKey,
} from './draft.js';
import type { Draft } from './draft.js';
import { pathOf } from '../../plan/index.js';
import { tell } from './messages.js';
import { expand } from './case-steps.js';
import { awaitConsent, hand } from './hand-over.js';
import { settleDraft, settleStart } from './settle-start.js';
import { reasonOfDemand, stopIfNotEligible } from './eligibility.js';
import { inputIssues, needsOf, readInput } from './step-input.js';
import { isSettled } from './state.js';
import type { Need, StepState } from './state.js';

/** What ended without what others need of it. A registry that has no answer stops nobody: its fields are asked. */
const failures: ReadonlySet<string> = new Set([
  'rejected',
  'ineligible',
  'stopped',
  'withdrawn',
  'cancelled',
]);

/**
 * Draws every conclusion that the state allows: steps become ready, are skipped or stopped, wait for the applicant;
 * the case ends. Each conclusion rests only on what can no longer change, so the order of events does not matter.
 */
export function settle(draft: Draft): void {
  if (draft.state.status === 'draft') settleDraft(draft);
  if (draft.state.status === 'starting') settleStart(draft);
  if (draft.state.status === 'running') {
    delete draft.state.draft;
    stopIfNotEligible(draft);
  }
  if (draft.state.status !== 'running') return;
  for (let scope: Scope | undefined = scopeOf(draft); scope !== undefined;) {
    draft.moved.clear();
    draft.filled.length = 0;
    drawConclusions(draft, scope);
    if (draft.moved.size > 0) scope = scopeOf(draft);
    else scope = breakDeadlock(draft) ? 'all' : undefined;
  }
  if (draft.prepared.plan.steps.every(({ id }) => openOf(draft, id) === 0)) {
    draft.state.status = 'done';
    draft.state.endedAt = draft.at;
  }
}

function drawConclusions(draft: Draft, scope: Scope): void {
  for (const step of draft.prepared.plan.steps) {
    expand(draft, step);
    for (const key of keysIn(draft, scope, step.id)) {
      if (draft.steps.get(key)!.status !== 'waiting') continue;
      // What begins now may bring what others wait for.
      if (advance(draft, step, ownStep(draft, key))) draft.closing = false;
    }
  }
}

function advance(draft: Draft, step: PlanStep, state: StepState): boolean {
  const item = itemOf(step, state);
  const conclude = (status: 'skipped' | 'stopped' | 'ineligible', because: Message): true => {
    move(draft, state, status, because);
    return true;
  };
  if (isLeftOut(draft, step)) return conclude('skipped', tell('because.choice'));
  const needed = judge(draft, step.when, item, state);
  if (needed === 'no') return conclude('skipped', tell('because.condition'));
  if (needed === 'wait') return false;
  if (step.each !== undefined && state.index === undefined) {
    const items = resolvePointer(draft.state.data, step.each);
    if (Array.isArray(items)) return conclude('skipped', tell('because.no-items'));
    return allOver(draft, step, state) ? conclude('skipped', tell('because.no-items')) : false;
  }
  const demands = (step.eligibility ?? []).map((demand) => ({
    demand,
    verdict: judge(draft, demand.require, item, state),
  }));
  const unmet = demands.find(({ verdict }) => verdict === 'no');
  // Said as soon as it is known, whatever else the step waits for.
  if (unmet !== undefined && needed === 'yes') return conclude('ineligible', reasonOfDemand(unmet.demand));
  const order = orderOf(draft, step, state);
  if (order === 'wait') return false;
  if (order !== 'go') {
    // Where a matter did not come through, its commitments decide nothing.
    if (step.kind === 'check') return conclude('skipped', tell('because.nothing-declared'));
    const { failed, isUntrue } = order;
    return conclude('stopped', tell(isUntrue ? 'because.step-untrue' : 'because.step', { step: failed }));
  }
  if (needed === 'never')
    return conclude('skipped', tell(draft.closing === true ? 'because.never-known' : 'because.open'));
  if (demands.some(({ verdict }) => verdict === 'wait')) return false;
  return begin(draft, step, state);
}

/** The applicant left out what may be left out. */
function isLeftOut(draft: Draft, step: PlanStep): boolean {
  return (
    step.choice === true &&
    resolvePointer(draft.state.data, pointer(choicesRole, itemParts(step.id).name)) === false
  );
}

function allOver(draft: Draft, step: PlanStep, state: StepState): boolean {
  return step.after.every(({ step: other }) =>
    counterparts(draft, other, step, state.item).every(({ status }) => isSettled(status)),
  );
}

/** May the step begin, as far as the order goes? Or the key of the step that stops it. */
type Order = 'go' | 'wait' | { failed: string; isUntrue: boolean };

function orderOf(draft: Draft, step: PlanStep, state: StepState): Order {
  let waits = false;
  for (const dependency of step.after) {
    const verdict = dependencyOf(draft, step, state, dependency);
    if (verdict === 'wait') waits = true;
    else if (verdict !== 'go') return verdict;
  }
  return waits ? 'wait' : 'go';
}

function dependencyOf(draft: Draft, step: PlanStep, state: StepState, dependency: Dependency): Order {
  const applies = judge(draft, dependency.when, itemOf(step, state), state);
  if (applies === 'no') return 'go';
  if (applies === 'wait') return 'wait';
  let waits = false;
  for (const other of counterparts(draft, dependency.step, step, state.item)) {
    if (dependency.needs === 'approval' && failures.has(other.status))
      return { failed: stepKey(other.step, other.item), isUntrue: false };
    if (dependency.needs === 'approval' && step.kind !== 'check' && isUntrue(draft, other))
      return { failed: stepKey(other.step, other.item), isUntrue: true };
    if (!isSettled(other.status)) waits = true;
  }
  return waits ? 'wait' : 'go';
}

/** Has a check come to the end that what was declared for the step is not so? */
function isUntrue(draft: Draft, { step, item }: StepState): boolean {
  return draft.prepared.checksOf(step).some((id) =>
    keysOf(draft, id).some((key) => {
      const check = draft.steps.get(key)!;
      return check.item === item && check.status === 'rejected';
    }),
  );
}

/** Was the material, or that of some item, given by declaring? */
function hasCommitment({ kind, check }: PlanStep, input: JsonObject): boolean {
  const given = check === undefined ? undefined : valueAt(input, pathOf(kind, check.input));
  return (Array.isArray(given) ? given : [given]).some((one) => isObject(one) && one['way'] === 'commitment');
}

/** Everything before the step is over: it gets its input, or asks for what is missing. */
function begin(draft: Draft, step: PlanStep, state: StepState): boolean {
  if (step.kind === 'ask') {
    move(draft, state, 'asking');
    return true;
  }
  if (step.kind === 'check') {
    const { input } = state;
    if (input !== undefined && hasCommitment(step, input))
      hand(draft, step, state, { kind: 'ready', input, deferred: [] });
    else move(draft, state, 'skipped', tell('because.nothing-declared'));
    return true;
  }
  const owed = itemsOwedTo(draft, step, state);
  const reading = readInput(draft, step, state);
  if (reading.kind === 'wait' || owed.some((need) => isComing(draft, need.of))) return false;
  if (reading.kind === 'missing' && step.kind === 'registry') {
    // A registry asks nobody; but what another step has to ask may yet be its key.
    if (reading.needs.some((need) => canStillCome(draft, need.of, state))) return false;
    // What only it can say cannot be asked instead; its key can.
    const isAsking = draft.prepared.isIrreplaceable(step.id) && reading.needs.length > 0;
    if (isAsking) returnByPlan(draft, state, reading.needs, tell('because.missing'));
    else move(draft, state, 'unavailable', tell('because.missing'));
    return true;
  }
  if (reading.kind === 'missing' || owed.length > 0) {
    const needs = [...(reading.kind === 'missing' ? reading.needs : []), ...owed];
    // What the applicant cannot give waits for the operator.
    if (needs.length === 0) move(draft, state, 'stalled', tell('because.missing'));
    else returnByPlan(draft, state, needs, tell('because.missing'));
    return true;
  }
  const issues = inputIssues(draft, step, reading);
  if (issues.length > 0) {
    const names = inputsAt(
      step,
      issues.map((issue) => tokensOf(issue.at)),
    );
    const needs = needsOf(draft, step, state, names);
    if (step.kind === 'registry') move(draft, state, 'unavailable', tell('because.input'));
    // What nobody can mend by supplying something waits for the operator.
    else if (needs.length === 0) move(draft, state, 'stalled', tell('because.input'));
    else returnByPlan(draft, state, needs, tell('because.input'));
    return true;
  }
  if (!awaitConsent(draft, step, state)) hand(draft, step, state, reading);
  return true;
}

function returnByPlan(draft: Draft, state: StepState, needs: Need[], because: Message): void {
  move(draft, state, 'returned', because);
  state.returnedBy = 'plan';
  state.needs = needs;
}

/** Materials that were allowed to follow until this step. */
function itemsOwedTo(draft: Draft, step: PlanStep, state: StepState): Need[] {
  return draft.state.open
    .filter((open) => open.until === step.id || open.until === itemParts(step.id).name)
    .filter((open) => {
      const other = draft.steps.get(open.step);
      return other?.item === undefined || state.item === undefined || other.item === state.item;
    })
    .map(({ input, of, at }) => ({ input, of, at, given: false }));
}

/** The inputs that stand at or above the places that are at fault. */
function inputsAt(step: PlanStep, faults: readonly string[][]): string[] {
  return Object.keys(step.in).filter((name) =>
    faults.some((tokens) => {
      const plain = tokens.filter((token) => !/^\d+$/.test(token));
      const path = pathOf(step.kind, name);
      return (
        path.every((token, index) => plain[index] === token || plain[index] === undefined) && plain.length > 0
      );
    }),
  );
}

/** Does a step under way yield what is owed? */
function isComing(draft: Draft, of: string): boolean {
  return draft.prepared.suppliersOf(of).some((id) => openOf(draft, id) > 0);
}

/**
 * Where nothing is under way and yet steps wait, what is open stays open. What still waits then waits for each other:
 * a composed plan never gets there, but a plan by another hand must end all the same.
 */
function breakDeadlock(draft: Draft): boolean {
  // A check brings nothing that others wait for.
  const groups = [...draft.groups.entries()].flatMap(([id, group]) =>
    draft.prepared.step(id)?.kind === 'check' ? [] : [group],
  );
  if (groups.some(({ open, waiting }) => open > waiting)) return false;
  const stuck = groups
    .filter(({ waiting }) => waiting > 0)
    .flatMap(({ keys }) => keys.filter((key) => draft.steps.get(key)!.status === 'waiting'));
  if (stuck.length === 0) return false;
  if (draft.closing !== true) {
    draft.closing = true;
    return true;
  }
  for (const key of stuck) move(draft, ownStep(draft, key), 'stopped', tell('because.deadlock'));
  return true;
}
