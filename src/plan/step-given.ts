import { keyOfValue, own, setOwn, setValueAt, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { isMaterialKey } from '../model/index.js';
import type { InputBinding, InputSource, PlanStep, Predicate } from '../model/index.js';
import { chooseAlternatives } from './alternatives.js';
import type { Choice } from './alternatives.js';
import { accepts } from '../schema/index.js';
import { isEvery, pathOf, placesOf } from './place.js';
import type { Item } from './place.js';
import type { Judgement, Reading } from './reading.js';

/** What is known of a case when a step is given its input. */
export interface Knowledge {
  data: JsonObject;
  judge: (when: Predicate | undefined, item: Item | undefined) => Judgement;
  /** What a source has said of a place. */
  said: (place: string, source: InputSource) => JsonValue | undefined;
  /** What the applicant has said of a place because its sources said nothing. */
  saidInstead: (place: string) => JsonValue | undefined;
  /** May the source still say something? */
  isAwaited: (source: InputSource, place: string) => boolean;
  /** May a material still follow, where it has to be there by the start of that step? */
  mayFollow: (until: string | undefined) => boolean;
  /** Pointers to what does not meet the schema of the step. */
  faultsIn: (input: JsonObject) => readonly string[];
}

/** What a step is given, as far as it is there, and what is not. */
export interface StepGiven {
  readings: ReadonlyMap<string, Reading>;
  /** By the block's own roles; it holds the step's own inputs and nothing else. */
  input: JsonObject;
  /** Inputs that something may still bring. */
  awaited: string[];
  /** Inputs that the step cannot do without and that nothing brings. */
  missing: string[];
  /** Inputs that follow. */
  following: string[];
  /** Alternatives that are still open, or of which none is complete. */
  choices: Choice[];
}

/** Stands for a material that the host makes from the answers. */
const generated: JsonValue = { generated: true };

/**
 * What a step is given: the one rule for whoever hands something over or says what would be. Each input is read from
 * the sources that its binding names for this situation, in their order, and from nothing else.
 */
export function givenTo(step: PlanStep, item: Item | undefined, known: Knowledge): StepGiven {
  const readings = new Map<string, Reading>();
  for (const [name, binding] of Object.entries(step.in)) {
    readings.set(name, readInput(binding, item, known));
  }
  const choices = (step.alternatives ?? []).map((alternatives) =>
    chooseAlternatives(alternatives, {
      readings,
      judge: (when) => known.judge(when, item),
      unsound: (inputs) => unsound(step, item, readings, inputs, known),
    }),
  );
  const chosen = new Set(choices.flatMap((choice) => choice.chosen));
  const names = Object.keys(step.in).filter(
    (name) => step.in[name]!.alternative !== true || chosen.has(name),
  );
  const are = (kind: Reading['kind']) => names.filter((name) => readings.get(name)!.kind === kind);
  return {
    readings,
    input: inputOf(step, item, readings, names),
    awaited: are('awaited'),
    missing: are('missing').filter((name) => isWanted(readings.get(name)!)),
    following: are('follows'),
    choices,
  };
}

function isWanted(reading: Reading): boolean {
  return reading.kind === 'missing' && reading.isWanted;
}

function readInput(binding: InputBinding, item: Item | undefined, known: Knowledge): Reading {
  const applies = known.judge(binding.when, item);
  if (applies === 'no' || applies === 'never') return { kind: 'not-taken' };
  const places = placesOf(binding.at, known.data, item);
  if (places === undefined) return { kind: 'not-taken' };
  const found = places.map((place) => readPlace(binding, place, itemAt(binding, place, item), known));
  const values = found.map(({ value }) => value);
  if (applies === 'wait') return { kind: 'awaited', values };
  if (values.every((value) => value !== undefined)) {
    const isUnsound = found.some((one) => one.isUnsound);
    return { kind: 'given', places, values, ...(isUnsound ? { isUnsound } : {}) };
  }
  const source = found.find((one) => one.awaited !== undefined)?.awaited;
  const isPromised = found.some((one) => one.isPromised);
  const open = places.filter((_, index) => values[index] === undefined);
  if (binding.deferral !== undefined && known.mayFollow(binding.deferral.until)) {
    // A deferral is for what the step does not wait for, and nothing else: it has to come.
    if (binding.required || isPromised || source !== undefined) {
      return { kind: 'follows', places: open, values };
    }
  } else if (source !== undefined) return { kind: 'awaited', source, values };
  const required = binding.required ? known.judge(binding.requiredWhen, item) : 'no';
  if (required === 'wait') return { kind: 'awaited', values };
  return { kind: 'missing', isWanted: required === 'yes' || isPromised, places: open, values };
}

interface PlaceReading {
  value?: JsonValue;
  /** A source that may still say it. */
  awaited?: InputSource;
  /** The applicant has given it, and not as the form takes it. */
  isUnsound?: true;
  /** The applicant has promised it, and it is not there. */
  isPromised?: true;
}

function readPlace(
  binding: InputBinding,
  place: string,
  item: Item | undefined,
  known: Knowledge,
): PlaceReading {
  const reading: PlaceReading = {};
  for (const source of binding.sources) {
    const holds = known.judge(source.when, item);
    if (holds === 'no' || holds === 'never') continue;
    if (holds === 'wait' || known.isAwaited(source, place)) {
      // What may follow is not waited for: whoever has it already gives it.
      if (binding.deferral === undefined) return { awaited: source };
      reading.awaited ??= source;
    } else if (source.from === 'generated') return { value: generated };
    const value = known.said(place, source);
    if (isPromise(value)) reading.isPromised = true;
    else if (value !== undefined) {
      return source.from === 'form' || source.from === 'ask'
        ? applicants(binding, value, item, known)
        : { value };
    }
  }
  const instead = known.saidInstead(place);
  if (isPromise(instead)) reading.isPromised = true;
  else if (instead !== undefined) return applicants(binding, instead, item, known);
  return reading;
}

/** A value that the applicant gives. */
function applicants(
  binding: InputBinding,
  value: JsonValue,
  item: Item | undefined,
  { judge }: Knowledge,
): PlaceReading {
  const laws = lawsFor(binding, (when) => judge(when, item) === 'yes');
  const isUnsound = laws.some((law) => accepts(law, value) === false);
  return isUnsound ? { value, isUnsound } : { value };
}

/** What is met in this situation by what the applicant gives. */
export function lawsFor(
  { schema, narrowings = [] }: InputBinding,
  holds: (when: Predicate | undefined) => boolean,
): JsonSchema[] {
  const laws = narrowings.filter(({ when }) => when === undefined || holds(when)).map((one) => one.schema);
  return schema === undefined ? laws : [schema, ...laws];
}

/** A deferral is a promise of a material, not the material. */
function isPromise(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value['way'] === 'deferral';
}

/** Of every item of a role, conditions of sources are about each by itself. */
export function itemAt(binding: InputBinding, place: string, item: Item | undefined): Item | undefined {
  if (!isEvery(binding.at, item)) return item;
  const [role = '', index] = tokensOf(place);
  return { role, index: Number(index) };
}

/** Those of the inputs whose values do not meet the schema of the step. */
function unsound(
  step: PlanStep,
  item: Item | undefined,
  readings: ReadonlyMap<string, Reading>,
  names: readonly string[],
  known: Knowledge,
): string[] {
  const faults = known.faultsIn(inputOf(step, item, readings, names)).map((fault) => tokensOf(fault));
  return names.filter((name) => {
    const reading = readings.get(name)!;
    const isUnsound = reading.kind === 'given' && reading.isUnsound === true;
    return isUnsound || faults.some((fault) => isWithin(step, name, fault));
  });
}

/** Is the place in the input at or below that of the named one? */
function isWithin(step: PlanStep, name: string, place: readonly string[]): boolean {
  const path = pathOf(step.kind, name);
  const tokens = place.filter((token, index) => index !== 1 || path[1] === token || !/^\d+$/.test(token));
  return path.every((token, index) => tokens[index] === token);
}

function inputOf(
  step: PlanStep,
  item: Item | undefined,
  readings: ReadonlyMap<string, Reading>,
  names: readonly string[],
): JsonObject {
  const input: JsonObject = {};
  for (const name of names) {
    const reading = readings.get(name)!;
    if (reading.kind === 'not-taken' || reading.kind === 'awaited') continue;
    const binding = step.in[name]!;
    const values = reading.values.map((value) => (value === undefined ? value : codeOf(binding, value)));
    if (!isEvery(binding.at, item)) {
      if (values[0] !== undefined) setValueAt(input, pathOf(step.kind, name), values[0]);
    } else if (reading.kind === 'given' || values.some((value) => value !== undefined)) {
      giveAll(input, step, name, values);
    }
  }
  return input;
}

/** A block that takes every item of a role is given a list of objects; a registry and a folder of materials, a list of values. */
function giveAll(
  input: JsonObject,
  step: PlanStep,
  name: string,
  values: readonly (JsonValue | undefined)[],
): void {
  const path = pathOf(step.kind, name, 0);
  const isFlat = step.kind === 'registry' || isMaterialKey(name);
  const list = path.slice(0, isFlat ? -1 : 1);
  if (isFlat) {
    setValueAt(
      input,
      list,
      values.map((value) => value ?? null),
    );
    return;
  }
  const [role = ''] = list;
  if (!Array.isArray(own(input, role)))
    setOwn(
      input,
      role,
      values.map(() => ({})),
    );
  for (const [index, value] of values.entries()) {
    if (value !== undefined) setValueAt(input, pathOf(step.kind, name, index), value);
  }
}

/** The receiving authority's own code. */
function codeOf(binding: InputBinding, value: JsonValue): JsonValue {
  if (binding.codes === undefined) return value;
  if (Array.isArray(value)) return value.map((member) => codeOf(binding, member));
  return own(binding.codes, keyOfValue(value)) ?? value;
}
