import { appendTo, isObject, keyOfValue, own, setOwn } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { InputBinding, PlanStep } from '../../model/index.js';
import { canStillCome, counterparts, itemOf, judge, valueAt } from './draft.js';
import type { Draft } from './draft.js';
import { isEvery, isMaterialName, pathOf, placesOf } from './place.js';
import type { Item } from './place.js';
import type { Issue } from './prepared-plan.js';
import { isSettled } from './state.js';
import type { Need, StepState } from './state.js';

/** One input as it stands now. */
type Reading =
  | { kind: 'absent' }
  | { kind: 'wait' }
  | { kind: 'values'; places: string[]; values: JsonValue[] }
  | { kind: 'missing'; needs: Need[] }
  | { kind: 'deferred'; need: Need };

/** All inputs of a step: something may still come, something must be supplied, or here it is. */
export type InputReading =
  | { kind: 'wait' }
  | { kind: 'missing'; needs: Need[] }
  | { kind: 'ready'; input: JsonObject; deferred: Need[] };

/** Reads what a step is given from the data of the case. */
export function readInput(draft: Draft, step: PlanStep, state: StepState): InputReading {
  const item = itemOf(step, state);
  const readings = new Map<string, Reading>();
  // Members of a choice that need not be made in this situation.
  const free = new Set<string>();
  for (const [name, binding] of Object.entries(step.in)) {
    const reading = readBinding(draft, step, state, name, binding, item);
    if (reading.kind === 'wait') return { kind: 'wait' };
    readings.set(name, reading);
    if (binding.alternative === undefined) continue;
    const applies = judge(draft, binding.alternative.when, item, state);
    if (applies === 'wait') return { kind: 'wait' };
    if (applies !== 'yes') free.add(name);
  }
  const needs = [...readings].flatMap(([name, reading]) =>
    reading.kind === 'missing' &&
    isNeeded(step.in[name]!) &&
    (step.in[name]!.required || step.in[name]!.alternative === undefined)
      ? reading.needs
      : [],
  );
  needs.push(...unmetAlternatives(step, readings, free));
  if (needs.length > 0) return { kind: 'missing', needs };
  const input: JsonObject = {};
  const deferred: Need[] = [];
  for (const [name, reading] of readings) {
    if (reading.kind === 'deferred') deferred.push(reading.need);
    if (reading.kind === 'values') give(input, step, name, step.in[name]!, reading.values, item);
  }
  return { kind: 'ready', input, deferred };
}

/** Stands for a material that the host makes from the answers. */
const generated: JsonValue = { generated: true };

/** What may follow must follow: only what is neither required nor deferred can be left out for good. */
function isNeeded(binding: InputBinding): boolean {
  return binding.required || binding.deferral !== undefined;
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
    return isFolder ? ![...deferred].some(isMaterialName) : !deferred.has(issue.missing);
  });
}

/** The places that an input of a step speaks of now. */
export function needsOf(draft: Draft, step: PlanStep, state: StepState, names: readonly string[]): Need[] {
  const item = itemOf(step, state);
  return names.flatMap((input) => {
    const binding = own(step.in, input);
    if (binding === undefined) return [];
    return placesOf(binding.at, draft.state.data, item).map((at) => ({
      input,
      of: binding.of,
      at,
      given: false,
    }));
  });
}

function readBinding(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  name: string,
  binding: InputBinding,
  item: Item | undefined,
): Reading {
  const applies = judge(draft, binding.when, item, state);
  if (applies === 'wait') return { kind: 'wait' };
  if (applies !== 'yes') return { kind: 'absent' };
  const places = placesOf(binding.at, draft.state.data, item);
  const values = places.map((place) => valueAt(draft, place));
  const complete = values.every((value) => value !== undefined) && places.length > 0;
  const found: Reading = { kind: 'values', places, values: values as JsonValue[] };
  const deferrable = binding.deferral !== undefined && mayFollow(draft, step, state, binding.deferral.until);
  if (deferrable && !complete) {
    return {
      kind: 'deferred',
      need: { input: name, of: binding.of, at: places[0] ?? binding.at, given: false },
    };
  }
  for (const source of binding.sources) {
    const holds = judge(draft, source.when, item, state);
    if (holds === 'wait') return deferrable && complete ? found : { kind: 'wait' };
    if (holds !== 'yes') continue;
    if (source.step !== undefined) {
      const open = counterparts(draft, source.step, step, state.item).some(
        (other) => !isSettled(other.status),
      );
      if (open && !deferrable) return { kind: 'wait' };
    }
    if (complete) return found;
    // The host makes it from the answers; there is nothing to wait for and nobody to ask.
    if (source.from === 'generated') return { kind: 'values', places, values: places.map(() => generated) };
  }
  if (complete) return found;
  // Taken where it is given, and required only in some situations: not in this one.
  if (binding.requiredWhen !== undefined && judge(draft, binding.requiredWhen, item, state) !== 'yes')
    return { kind: 'absent' };
  if (places.length === 0)
    return canStillCome(draft, binding.of, state) ? { kind: 'wait' } : { kind: 'absent' };
  const needs = places
    .filter((_, index) => values[index] === undefined)
    .map((at) => ({ input: name, of: binding.of, at, given: false }));
  return { kind: 'missing', needs };
}

/** A material may follow until a step begins; once that has begun, it is needed at once. */
function mayFollow(draft: Draft, step: PlanStep, state: StepState, until: string | undefined): boolean {
  if (until === undefined) return true;
  return counterparts(draft, until, step, state.item).every((other) => other.round === 0);
}

/** One group of each choice must be complete; where none is, the first that is nearest to it is wanted. */
function unmetAlternatives(
  step: PlanStep,
  readings: ReadonlyMap<string, Reading>,
  free: ReadonlySet<string>,
): Need[] {
  const choices = new Map<string, Map<number, string[]>>();
  for (const [name, binding] of Object.entries(step.in)) {
    if (binding.alternative === undefined || free.has(name)) continue;
    if (readings.get(name)?.kind === 'absent') continue;
    const { choice, group } = binding.alternative;
    const groups = choices.get(choice) ?? new Map<number, string[]>();
    appendTo(groups, group, name);
    choices.set(choice, groups);
  }
  const needs: Need[] = [];
  for (const groups of choices.values()) {
    const missing = [...groups.values()].map((names) =>
      names.flatMap((name) => {
        const reading = readings.get(name);
        return reading?.kind === 'missing' && isNeeded(step.in[name]!) ? reading.needs : [];
      }),
    );
    const emptyHanded = [...groups.values()].map((names) =>
      names.every((name) => readings.get(name)?.kind === 'missing'),
    );
    if (missing.some((list, index) => list.length === 0 && !emptyHanded[index])) continue;
    const nearest = missing.filter((list) => list.length > 0).sort((a, b) => a.length - b.length)[0];
    if (nearest !== undefined) needs.push(...nearest);
  }
  return needs;
}

function give(
  input: JsonObject,
  step: PlanStep,
  name: string,
  binding: InputBinding,
  values: readonly JsonValue[],
  item: Item | undefined,
): void {
  const coded = values.map((value) => codeOf(binding, value));
  const path = pathOf(step.kind, name);
  if (!isEvery(binding.at, item)) setPath(input, path, coded[0]!);
  else if (step.kind === 'registry' || isMaterialName(name)) setPath(input, path, coded);
  else giveItems(input, path, coded);
}

/** A block that takes every item of a role is given a list of objects. */
function giveItems(input: JsonObject, path: readonly string[], values: readonly JsonValue[]): void {
  const [role = '', ...rest] = path;
  const present = own(input, role);
  const items = Array.isArray(present) ? present : values.map((): JsonObject => ({}));
  values.forEach((value, index) => {
    const holder = items[index];
    if (isObject(holder)) setPath(holder, rest, value);
  });
  setOwn(input, role, items);
}

function codeOf(binding: InputBinding, value: JsonValue): JsonValue {
  if (binding.codes === undefined) return value;
  if (Array.isArray(value)) return value.map((member) => codeOf(binding, member));
  return own(binding.codes, keyOfValue(value)) ?? value;
}

function setPath(target: JsonObject, path: readonly string[], value: JsonValue): void {
  let holder = target;
  for (const token of path.slice(0, -1)) {
    const next = own(holder, token);
    if (isObject(next)) holder = next;
    else {
      const made: JsonObject = {};
      setOwn(holder, token, made);
      holder = made;
    }
  }
  setOwn(holder, path.at(-1)!, value);
}
