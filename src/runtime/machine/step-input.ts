import { own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { isMaterialKey, itemParts } from '../../model/index.js';
import type { PlanStep } from '../../model/index.js';
import { givenTo, itemAt, lawsFor, placesOf } from '../../plan/index.js';
import type { Knowledge, Reading } from '../../plan/index.js';
import { mayApplicantGive } from './applicant-gives.js';
import { counterparts, itemOf, judge } from './draft.js';
import type { Draft } from './draft.js';
import type { Issue } from './prepared-plan.js';
import { isApplicants, saidBy, saidByApplicant } from './sources.js';
import { isSettled } from './state.js';
import type { Need, StepState } from './state.js';

/** All inputs of a step: something may still come, something must be supplied, or here it is. */
export type InputReading =
  | { kind: 'wait' }
  /** `needs`: what of it the applicant may give. */
  | { kind: 'missing'; needs: Need[] }
  | { kind: 'ready'; input: JsonObject; deferred: Need[] };

/** Reads what a step is given from the data of the case. */
export function readInput(draft: Draft, step: PlanStep, state: StepState): InputReading {
  const given = givenTo(step, itemOf(step, state), knowledgeOf(draft, step, state));
  if (given.awaited.length > 0 || given.choices.some(({ kind }) => kind === 'awaited'))
    return { kind: 'wait' };
  const lacking = new Set([...given.missing, ...given.choices.flatMap((choice) => choice.lacking)]);
  const needsFor = (names: Iterable<string>): Need[] =>
    [...names].flatMap((input) =>
      placesIn(given.readings.get(input)!).map((at) => ({ input, of: step.in[input]!.of, at, given: false })),
    );
  if (lacking.size > 0) {
    const askable = [...lacking].filter((input) => mayApplicantGive(step.in[input]!));
    return { kind: 'missing', needs: needsFor(askable) };
  }
  return { kind: 'ready', input: given.input, deferred: needsFor(given.following) };
}

function placesIn(reading: Reading): readonly string[] {
  return 'places' in reading ? reading.places : [];
}

/** What a step of a running case knows: values as they stand, and what others may still bring. */
function knowledgeOf(draft: Draft, step: PlanStep, state: StepState): Knowledge {
  const others = (id: string) => counterparts(draft, id, step, state.item);
  return {
    data: draft.state.data,
    judge: (when, item) => judge(draft, when, item, state),
    said: (place, source) => saidBy(draft, place, source),
    saidInstead: (place) => saidByApplicant(draft, place),
    isAwaited: (source) =>
      source.step !== undefined && others(source.step).some((other) => !isSettled(other.status)),
    // Once the step has begun before which a material may follow, it is needed at once.
    mayFollow: (until) =>
      until === undefined ||
      stepsCalled(draft, until)
        .flatMap(others)
        .every((other) => other.round === 0),
    faultsIn: (input) => draft.prepared.issues(step.input, input).map((issue) => issue.at),
  };
}

/** The steps of the plan of that name: one, or one for each item. */
function stepsCalled({ prepared }: Draft, name: string): string[] {
  if (prepared.step(name) !== undefined) return [name];
  return prepared.plan.steps.flatMap(({ id }) => (itemParts(id).name === name ? [id] : []));
}

/** What the step's own schema says of its input, apart from materials that may follow. */
export function inputIssues(
  draft: Draft,
  step: PlanStep,
  reading: Extract<InputReading, { kind: 'ready' }>,
): Issue[] {
  const deferred = new Set(reading.deferred.map((need) => need.input));
  return draft.prepared.issues(step.input, reading.input).filter((issue) => {
    if (issue.missing === undefined || deferred.size === 0) return true;
    const isFolder = issue.at === '' && issue.missing === 'materials';
    return isFolder ? ![...deferred].some(isMaterialKey) : !deferred.has(issue.missing);
  });
}

/** The places that an input of a step speaks of now, as far as they are the applicant's to fill. */
export function needsOf(draft: Draft, step: PlanStep, state: StepState, names: readonly string[]): Need[] {
  const item = itemOf(step, state);
  return names.flatMap((input) => {
    const binding = own(step.in, input);
    if (binding === undefined || !mayApplicantGive(binding)) return [];
    const places = placesOf(binding.at, draft.state.data, item) ?? [];
    return places
      .filter((at) => isApplicants(draft, at))
      .map((at) => ({ input, of: binding.of, at, given: false }));
  });
}

/** What the applicant gives for an input at a place, held against the ways that the step takes in this situation. */
export function givenIssues(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  { input, at, value }: { input: string; at: string; value: JsonValue },
): Issue[] {
  const binding = own(step.in, input);
  if (binding === undefined) return [];
  const item = itemAt(binding, at, itemOf(step, state));
  return lawsFor(binding, (when) => judge(draft, when, item, state) === 'yes').flatMap((law) =>
    draft.prepared.issues(law, value).map((issue) => ({ ...issue, at: `${at}${issue.at}` })),
  );
}
