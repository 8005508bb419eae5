import { cloneJson, deepEqual, omitUndefined, own, pointer, setValueAt, tokensOf } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import { callOff } from './apply-undo.js';
import { reasonInWords } from './because.js';
import { noteDisputes } from './disputes.js';
import { itemOf, move, ownStep, returnedSteps } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { tell } from './messages.js';
import { caseOver, isRefusal, openStep, refuse } from './refuse.js';
import { changes, situationOf } from './situation.js';
import { insteadOf, leaveOut, put, dataAt } from './sources.js';
import { continueClock } from '../../time/index.js';
import { givenIssues, inputIssues, readInput } from './step-input.js';
import type { Need, StepState } from './state.js';
import { indexOfItem } from '../../model/index.js';
import type { PlanStep } from '../../model/index.js';
import { broughtKey, keyFieldsOf, leavesOf, patternOf } from '../../plan/index.js';
import type { Item } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** The applicant fills in a later form. */
export function applyFilled(draft: Draft, event: EventOf<'filled'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  if (state.status !== 'asking') return refuse(tell('not-asked', { step: event.step }));
  const disputed = noteDisputes(draft, event.disputes);
  if (disputed !== undefined) return disputed;
  const taken = new Map<string, JsonValue>();
  let open = [...leavesOf(event.answers)];
  // An answer may decide whether another one is asked.
  for (let before = Infinity; open.length < before;) {
    before = open.length;
    open = open.filter(({ path, value }) => {
      const place = placeOf(draft, event.answers, path, itemOf(step, state));
      if (place === undefined || !isAskedBy(draft, step, place)) return true;
      put(draft, pointer(...place), value, { from: 'applicant', step: step.id });
      taken.set(pointer(...place), value);
      return false;
    });
  }
  leaveOut(
    draft,
    open.map(({ path }) => pointer(...path)),
  );
  // The applicant sees the whole case in it, and so does the form.
  const issues = draft.prepared.issues(step.form ?? true, sheetOf(draft, taken));
  if (issues.length > 0) return refuse(tell('answers-refused:later', { step: step.id }), issues);
  move(draft, state, 'approved');
  return undefined;
}

/** The data with what the applicant says, also where somebody else says something that counts more. */
function sheetOf(draft: Draft, taken: ReadonlyMap<string, JsonValue>): JsonObject {
  const hidden = [...taken].filter(([place, value]) => dataAt(draft, place) !== value);
  if (hidden.length === 0) return draft.state.data;
  const sheet = cloneJson(draft.state.data);
  for (const [place, value] of hidden) setValueAt(sheet, tokensOf(place), value);
  return sheet;
}

/**
 * Where an answer belongs: inside a step for an item, the role is that item; of a list, the item with the key that the
 * answer names, and an item that names none has that of its position. Undefined where the case has no such item.
 */
function placeOf(
  { state, prepared }: Draft,
  answers: JsonObject,
  path: readonly string[],
  item: Item | undefined,
): string[] | undefined {
  const [role = '', second = '', ...rest] = path;
  if (item?.role === role) return [role, String(item.index), ...path.slice(1)];
  const [said, list] = [own(answers, role), own(state.data, role)];
  if (!Array.isArray(said) || !Array.isArray(list)) return [...path];
  const key = broughtKey(said[Number(second)]!, keyFieldsOf(prepared.plan)(role)) ?? second;
  const index = indexOfItem(list, key);
  return index < 0 ? undefined : [role, String(index), ...rest];
}

/**
 * Does the later form ask this in this situation? What somebody else has said is asked only where the form does so for
 * certain: of a block that accepts nothing else, say. A plan may not say what its form asks.
 */
function isAskedBy(draft: Draft, step: PlanStep, path: readonly string[]): boolean {
  const { data } = draft.state;
  const { from = 'applicant' } = draft.sources.get(pointer(...path)) ?? {};
  // What signing in and the facts tell holds for every step.
  if (from === 'sign-in' || from === 'host') return false;
  const isOthers = from !== 'applicant';
  const outputs = Object.values(step.out);
  if (outputs.length === 0) return !isOthers;
  const [role = '', index] = path;
  const isList = Array.isArray(own(data, role));
  const asked =
    outputs.find(({ at }) => at === patternOf(path, isList)) ??
    outputs.find(({ at }) => at === pointer(...path));
  if (asked === undefined) return false;
  const facts = factsOf(data, isList ? { role, index: Number(index) } : undefined);
  const truth = evaluate(asked.when ?? true, facts);
  return isOthers ? truth === true : truth !== false;
}

/** The applicant supplies what a returned step needs. Once all of it is there, the step is handed over anew. */
export function applySupplemented(draft: Draft, event: EventOf<'supplemented'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  if (state.status !== 'returned') return refuse(tell('not-asked:needs-nothing', { step: event.step }));
  const { returned = state.returns ?? 0 } = event;
  if (state.round !== event.round || returned !== (state.returns ?? 0)) {
    return refuse(tell('stale:return'));
  }
  if (isRepeated(draft, state, event)) return refuse(tell('stale:supplied'));
  const open = new Set(state.needs?.filter((need) => !need.given).map((need) => need.at));
  const said = Object.keys(event.values);
  const places = said.filter((place) => open.has(place));
  leaveOut(
    draft,
    said.filter((place) => !open.has(place)),
  );
  if (places.length === 0) {
    return refuse(tell('not-asked:other-need', { step: event.step }));
  }
  const disputed = noteDisputes(draft, event.disputes);
  if (disputed !== undefined) return disputed;
  const unsound = places.flatMap((at) => {
    const { input } = state.needs!.find((need) => need.at === at)!;
    return givenIssues(draft, step, state, { input, at, value: event.values[at]! });
  });
  if (unsound.length > 0) return refuse(tell('answers-refused:supplied', { step: step.id }), unsound);
  const before = situationOf(draft, places);
  for (const place of places) {
    const need = state.needs!.find(({ at }) => at === place)!;
    const instead = insteadOf(draft, step.in[need.input]!, itemOf(step, state), state);
    put(draft, place, event.values[place]!, {
      from: 'applicant',
      step: step.id,
      ...omitUndefined({ instead }),
    });
  }
  if (changes(before, situationOf(draft, places))) return refuse(tell('changes-situation'));
  // One value may be what several steps wait for because nothing else supplies it.
  for (const [key, other] of returnedSteps(draft)) {
    if (other !== state && other.returnedBy === 'authority') continue;
    markGiven(ownStep(draft, key), places);
  }
  return resume(draft);
}

/** Does it say again what was supplied for an earlier return, without naming the present one? */
function isRepeated(draft: Draft, state: StepState, event: EventOf<'supplemented'>): boolean {
  const { supplied } = state;
  if (event.returned !== undefined || supplied === undefined) return false;
  return Object.entries(event.values).every(
    ([place, value]) => supplied.includes(place) && deepEqual(value, dataAt(draft, place)),
  );
}

function markGiven(state: StepState, places: readonly string[]): void {
  state.needs =
    state.needs?.map((need): Need => (places.includes(need.at) ? { ...need, given: true } : need)) ?? [];
}

/** Every returned step that has all it needs goes on, if that makes a sound input. */
function resume(draft: Draft): Refusal | undefined {
  for (const [key, found] of returnedSteps(draft)) {
    if (found.needs?.some((need) => !need.given) === true) continue;
    const state = ownStep(draft, key);
    const step = draft.prepared.step(state.step)!;
    const refusal = checkInput(draft, step, state);
    if (refusal !== undefined) return refusal;
    const places = (state.needs ?? []).map((need) => need.at);
    state.supplied = [...new Set([...(state.supplied ?? []), ...places])];
    move(draft, state, 'waiting');
    if (state.clock !== undefined) {
      state.clock = continueClock(draft.prepared.plan.calendar, state.clock, draft.at);
    }
  }
  return undefined;
}

function checkInput(draft: Draft, step: PlanStep, state: StepState): Refusal | undefined {
  const reading = readInput(draft, step, state);
  if (reading.kind !== 'ready') return undefined;
  const issues = inputIssues(draft, step, reading);
  if (issues.length === 0) return undefined;
  return refuse(tell('answers-refused:supplied', { step: step.id }), issues);
}

/** A deferred material arrives. */
export function applyDelivered(draft: Draft, event: EventOf<'delivered'>): Refusal | undefined {
  const { status } = draft.state;
  if (status !== 'running' && status !== 'done') return caseOver(status);
  const item = draft.state.open.find((open) => open.step === event.step && open.at === event.place);
  const state = draft.steps.get(event.step);
  const step = state === undefined ? undefined : draft.prepared.step(state.step);
  if (item === undefined || state === undefined || step === undefined) {
    return refuse(tell('not-asked:not-owed'));
  }
  const { input } = item;
  const unsound = givenIssues(draft, step, state, { input, at: event.place, value: event.value });
  if (unsound.length > 0) return refuse(tell('answers-refused:supplied', { step: step.id }), unsound);
  const before = dataAt(draft, event.place);
  if (before === undefined) put(draft, event.place, event.value, { from: 'applicant', step: step.id });
  const refusal = checkInput(draft, step, state);
  if (refusal !== undefined) return refusal;
  draft.state.open = draft.state.open.filter((open) => open !== item && open.at !== event.place);
  const places = [event.place];
  for (const [key, other] of returnedSteps(draft)) {
    if (other.returnedBy === 'plan') markGiven(ownStep(draft, key), places);
  }
  return resume(draft);
}

/** The applicant gives one matter up. */
export function applyWithdrawn(draft: Draft, event: EventOf<'withdrawn'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  if (found.step.kind !== 'block') {
    return refuse(tell('unknown-step:not-given-up', { step: event.step }));
  }
  move(draft, found.state, 'withdrawn', wordsOf(event));
  return undefined;
}

/** The applicant calls the whole case off. */
export function applyCancelled(draft: Draft, event: EventOf<'cancelled'>): Refusal | undefined {
  const { status } = draft.state;
  if (status !== 'running' && status !== 'starting' && status !== 'draft') return caseOver(status);
  const open = [...draft.groups.entries()].filter(([, group]) => group.open > 0);
  // What is declared is checked whatever the applicant does after the decision.
  if (open.length > 0 && open.every(([id]) => draft.prepared.step(id)?.kind === 'check'))
    return refuse(tell('case-over:checks'));
  callOff(draft, 'applicant', wordsOf(event));
  return undefined;
}

function wordsOf({ reason }: { reason?: string }): Message | undefined {
  return reason === undefined ? undefined : reasonInWords(reason);
}
