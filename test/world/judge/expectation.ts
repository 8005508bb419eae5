import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import type { Accept, Input, Registry } from '../../../src/model/index.js';
import type { FlatUse, RoleRef } from './flat.js';
import { partsOf } from './flat.js';
import {
  checkIn,
  createKnowledge,
  instancesOf,
  keyOf,
  outputPlaces,
  placesOf,
  yieldOf,
  yieldsNow,
} from './knowledge.js';
import type { End, Instance, JudgeContext, Knowledge, Said } from './knowledge.js';
import { clausesHold, conditionHolds } from './truth.js';
import { keyOfItem, placeName } from './world.js';
import type { Place } from './world.js';

/** How a step has to end, and what its authority is handed. */
export interface StepExpectation {
  key: string;
  instance: Instance;
  end: End;
  /** More than one thing stops it: which is told first is the engine's. */
  ends: ReadonlySet<End>;
  input: JsonObject;
  /** Inputs that may follow: whether they are there already depends on the hour. */
  mayFollow: ReadonlySet<string>;
  /** Inputs that it can do without and that a registry was to tell: nobody is asked for them instead. */
  mayLack: ReadonlySet<string>;
  /** What it yields when it is approved, by the block's own roles. */
  output: JsonObject;
  /** Materials of which a commitment is looked at afterwards, and whether it is true. */
  checked: ReadonlyMap<string, boolean>;
}

/** What should happen in a world. */
export interface Expectation {
  /** The demands of the bundle that the applicant does not meet. */
  unmet: string[];
  steps: ReadonlyMap<string, StepExpectation>;
  /** What the applicant is to be asked in the end, by place. */
  asked: ReadonlyMap<string, Answer>;
  /** What is asked in the first form for certain. */
  first: ReadonlyMap<string, Answer>;
  /** What conditions test and the applicant may be asked for: whether it matters rests on the order of questions. */
  questions: ReadonlyMap<string, Answer>;
  /** Choices that are the applicant's to make: in the first form, and in the end. */
  firstChoices: ReadonlySet<string>;
  choices: ReadonlySet<string>;
  /** Who says a place, whoever asks. */
  saidOf: (place: Place) => Said;
  /** Places of materials that are owed in the end. */
  owed: ReadonlySet<string>;
}

/** An answer of the honest applicant. */
export interface Answer {
  place: Place;
  value: JsonValue;
}

/** Works out what should happen, from the documents and the world alone. */
export function expectationOf(context: JudgeContext): Expectation {
  const before = createKnowledge(context, { endsOf: undefined });
  const after = createKnowledge(context, { endsOf: (instance, knowledge) => endsIn(knowledge, instance) });
  const steps = new Map<string, StepExpectation>();
  const asked = new Map<string, Answer>();
  const first = new Map<string, Answer>();
  const owed = new Set<string>();
  for (const instance of context.flat.uses.flatMap((use) => instancesOf(context.world, use))) {
    const key = keyOfInstance(context, instance);
    const ends = after.endsOf(instance);
    const end = ends[0]!;
    const taken = end === 'skipped' ? [] : takenBy(after, instance);
    steps.set(key, {
      key,
      instance,
      end,
      ends: new Set(ends),
      input: payloadOf(instance, taken),
      mayFollow: new Set(taken.filter(mayFollow).map(({ name }) => name)),
      mayLack: new Set(taken.filter(mayLack).map(({ name }) => name)),
      output: outputOf(after, instance),
      checked: checkedIn(context, instance),
    });
    for (const one of taken) {
      addAsked(asked, one);
      const isHanded = ['approved', 'rejected', 'withdrawn'].includes(end);
      if (isHanded && one.said.some(isDeferral)) for (const place of one.places) owed.add(placeName(place));
    }
    const isOpen = before.included(instance) === true && !isIneligible(before, instance);
    if (isOpen) for (const one of takenBy(before, instance)) addAsked(first, one);
  }
  return {
    unmet: unmetOf(after),
    steps,
    asked,
    first,
    questions: questionsOf(after),
    firstChoices: offered(before),
    choices: offered(after),
    saidOf: (place) => after.saidOf(place),
    owed,
  };
}

function questionsOf({ context, saidOf }: Knowledge): Map<string, Answer> {
  const questions = new Map<string, Answer>();
  for (const { role, element } of context.flat.tested) {
    const ref = context.flat.roles.get(role)!;
    for (const place of placesOf(context.world, ref, element, 'field', {
      each: undefined,
      item: undefined,
    })) {
      const { from, value } = saidOf(place);
      if (from === 'asked' && value !== undefined) questions.set(placeName(place), { place, value });
    }
  }
  return questions;
}

/** The choices on which it rests whether some step is done. */
function offered({ truth, context }: Knowledge): Set<string> {
  const { flat, world } = context;
  return new Set(
    [...flat.choices].filter(
      (choice) =>
        world.composedIn?.has(`choice ${choice}`) !== true &&
        flat.uses.some((use) =>
          use.when.some((clauses) => {
            if (!clauses.some((clause) => clause.kind === 'choice' && clause.name === choice)) return false;
            // Which of two nested choices is asked first is the engine's.
            const others = clauses.filter(({ kind }) => kind !== 'choice');
            return instancesOf(world, use).some(({ item }) => clausesHold(truth, others, item) === true);
          }),
        ),
    ),
  );
}

function isDeferral({ value }: Said): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value['way'] === 'deferral';
}

function addAsked(asked: Map<string, Answer>, { places, said }: Taken): void {
  places.forEach((place, index) => {
    const { from, value } = said[index]!;
    if (from === 'asked' && value !== undefined) asked.set(placeName(place), { place, value });
  });
}

/** The key of a step of the case. */
export function keyOfInstance({ world }: JudgeContext, { use, item }: Instance): string {
  return item === undefined ? use.name : `${use.name}[${keyOfItem(world, use.each!, item)}]`;
}

/** Demands of the bundle that are not met, whoever says what they rest on. */
function unmetOf(knowledge: Knowledge): string[] {
  return knowledge.context.flat.eligibility
    .filter(({ rule, scope, each }) => {
      return conditionHolds(knowledge.truth, rule.require, scope, each, undefined) === false;
    })
    .map(({ rule }) => JSON.stringify(rule.otherwise));
}

/** How a step ends: the first is the one that follows from the world, others may be told instead. */
function endsIn(knowledge: Knowledge, instance: Instance): readonly End[] {
  const { context } = knowledge;
  const { use } = instance;
  if (knowledge.included(instance) !== true) return ['skipped'];
  const reasons: End[] = [];
  if (isIneligible(knowledge, instance)) reasons.push('ineligible');
  if (prerequisitesOf(knowledge, instance).some((other) => knowledge.endsOf(other)[0] !== 'approved'))
    reasons.push('stopped');
  if (takenBy(knowledge, instance).some(isWithheld)) reasons.push('stopped');
  if (reasons.length > 0) return reasons;
  const key = keyOfInstance(context, instance);
  switch (context.world.decisions[key] ?? context.world.decisions[use.name] ?? 'approve') {
    case 'reject':
      return ['rejected'];
    case 'withdraw':
      return ['withdrawn'];
    case 'return':
    case 'approve':
      return ['approved'];
  }
}

/** A demand of the block is known not to be met. */
function isIneligible({ truth }: Knowledge, { use, item }: Instance): boolean {
  return (use.block.eligibility ?? []).some(
    ({ require }) => conditionHolds(truth, require, use.scope, use.each, item) === false,
  );
}

/** Materials of which somebody looks afterwards whether what was declared instead is so, by the block's own name. */
function checkedIn(context: JudgeContext, instance: Instance): Map<string, boolean> {
  const { use, item } = instance;
  const { world } = context;
  const found = new Map<string, boolean>();
  const visit = (input: Input): void => {
    if ('anyOf' in input) return input.anyOf.flat().forEach(visit);
    const ref = 'field' in input ? undefined : use.scope.get(input.of);
    if ('field' in input || ref === undefined || checkIn(acceptOf(context, input)) === undefined) return;
    const { material: name, of: role } = input;
    const places = placesOf(world, ref, name, 'material', { each: use.each, item });
    const isTrue = !places.some((place) => world.untrue?.includes(keyOf(place)) === true);
    found.set(placeName({ role, name, kind: 'material' }), isTrue);
  };
  (use.block.inputs ?? []).forEach(visit);
  return found;
}

/** Somebody was to yield it and does not. */
function isWithheld(taken: Taken): boolean {
  return !mayFollow(taken) && taken.said.some(({ from }) => from === 'never');
}

/** The steps that must be approved first: of the same person or thing, and of the same item. */
function prerequisitesOf({ context, truth, included }: Knowledge, { use, item }: Instance): Instance[] {
  return (use.block.prerequisites ?? []).flatMap(({ block, when }) => {
    if (conditionHolds(truth, when, use.scope, use.each, item) !== true) return [];
    return meant(context, use, block)
      .flatMap((other) => instancesOf(context.world, other))
      .filter((other) => item === undefined || other.use.each !== use.each || other.item === item)
      .filter((other) => included(other) === true);
  });
}

function meant({ flat }: JudgeContext, use: FlatUse, block: string): FlatUse[] {
  const alike = flat.uses.filter(
    (other) => other.block.id === block && other.name !== use.name && isBoundAlike(use.scope, other.scope),
  );
  const bound = new Set([...use.scope.values()].map(({ name }) => name));
  const sharing = alike.filter((other) => [...other.scope.values()].some(({ name }) => bound.has(name)));
  return sharing.length > 0 ? sharing : alike;
}

function isBoundAlike(one: FlatUse['scope'], other: FlatUse['scope']): boolean {
  return [...one].every(([name, ref]) => {
    const same = other.get(name);
    return same === undefined || same.name === ref.name || same.type !== ref.type;
  });
}

/** An input that a step takes in this situation. */
interface Taken {
  /** The block's own name. */
  name: string;
  role: string;
  ref: RoleRef;
  input: Exclude<Input, { anyOf: Input[][] }>;
  accept: readonly Accept[] | undefined;
  places: Place[];
  said: Said[];
}

function mayFollow({ accept }: Pick<Taken, 'accept'>): boolean {
  return accept?.some((way) => typeof way === 'object' && 'deferral' in way) === true;
}

function mayLack({ input, said }: Taken): boolean {
  return input.optional === true && said.some(({ failed }) => failed === true);
}

function takenBy(knowledge: Knowledge, instance: Instance): Taken[] {
  return (instance.use.block.inputs ?? []).flatMap((input) => takenAs(knowledge, instance, input));
}

function takenAs(knowledge: Knowledge, instance: Instance, input: Input): Taken[] {
  const { truth, context } = knowledge;
  const { use, item } = instance;
  if (conditionHolds(truth, input.when, use.scope, use.each, item) !== true) return [];
  if ('anyOf' in input) return chosenOf(knowledge, instance, input.anyOf);
  const [role, name] = 'field' in input ? partsOf(input.field) : [input.of, input.material];
  const ref = use.scope.get(role);
  if (ref === undefined || clausesHold(truth, ref.guards, item) !== true) return [];
  const kind = 'field' in input ? 'field' : 'material';
  const accept = 'field' in input ? undefined : acceptOf(context, input);
  const places = placesOf(context.world, ref, name, kind, { each: use.each, item });
  const said = places.map((place) => knowledge.saidOf(place, use, accept));
  return [{ name: placeName({ role, name, kind }), role, ref, input, accept, places, said }];
}

function acceptOf({ documents }: JudgeContext, input: { material: string; accept?: Accept[] }): Accept[] {
  return input.accept ?? documents.material.get(input.material)?.accept ?? ['registry', 'upload'];
}

/** The first alternative that nobody has to be asked for, or else the first that the applicant can give. */
function chosenOf(knowledge: Knowledge, instance: Instance, groups: readonly Input[][]): Taken[] {
  const taken = groups.map((group) => group.flatMap((input) => takenAs(knowledge, instance, input)));
  const lacks = (group: readonly Taken[], isLacking: (said: Said, place: Place) => boolean) =>
    group.some(
      ({ input, places, said }) =>
        input.optional !== true && places.some((place, index) => isLacking(said[index]!, place)),
    );
  const isThere = ({ from, value, isComing }: Said, place: Place) =>
    isComing === true || (value !== undefined && (from !== 'asked' || knowledge.isDemanded(place, false)));
  return (
    taken.find((group) => !lacks(group, (said, place) => !isThere(said, place))) ??
    taken.find((group) => !lacks(group, ({ value }) => value === undefined)) ??
    []
  );
}

function payloadOf({ use }: Instance, taken: readonly Taken[]): JsonObject {
  const payload: JsonObject = {};
  for (const { name, role, ref, input, said } of taken) {
    const codes = 'field' in input ? input.codes : undefined;
    const values = said.map((one) => (isDeferral(one) ? undefined : coded(codes, one.value)));
    const isList = ref.many && ref.name !== use.each;
    if ('material' in input) {
      if (values.every((value) => value === undefined) && !(isList && values.length === 0)) continue;
      const folder = (payload['materials'] ??= {}) as JsonObject;
      // What an input takes by itself meets the alternative as well.
      if (Object.hasOwn(folder, name)) continue;
      folder[name] = isList ? values.map((value) => value ?? null) : values[0]!;
      continue;
    }
    const element = partsOf(input.field)[1];
    if (!isList) {
      if (values[0] !== undefined) ((payload[role] ??= {}) as JsonObject)[element] = values[0];
      continue;
    }
    if (values.length > 0 && values.every((value) => value === undefined)) continue;
    const list = (payload[role] ??= values.map(() => ({}))) as JsonObject[];
    values.forEach((value, index) => {
      if (value !== undefined) list[index]![element] = value;
    });
  }
  return payload;
}

function coded(
  codes: Record<string, JsonValue> | undefined,
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (codes === undefined || value === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => coded(codes, one)!);
  const key = typeof value === 'string' ? value : JSON.stringify(value);
  return Object.hasOwn(codes, key) ? codes[key] : value;
}

function outputOf(knowledge: Knowledge, instance: Instance): JsonObject {
  const { world } = knowledge.context;
  const output: JsonObject = {};
  for (const one of instance.use.block.outputs ?? []) {
    if (yieldsNow(knowledge.truth, instance, one) !== true) continue;
    const places = outputPlaces(world, instance, one);
    const values = places.map((place) => yieldOf(world, place, instance.use)!);
    const own = 'field' in one ? partsOf(one.field)[0] : one.of;
    const ref = instance.use.scope.get(own)!;
    const isList = ref.many && ref.name !== instance.use.each;
    if ('field' in one) {
      const element = partsOf(one.field)[1];
      if (!isList) ((output[own] ??= {}) as JsonObject)[element] = values[0]!;
      else {
        const list = (output[own] ??= values.map(() => ({}))) as JsonObject[];
        values.forEach((value, index) => (list[index]![element] = value));
      }
    } else {
      const name = placeName({ role: one.of, name: one.material, kind: 'material' });
      ((output['materials'] ??= {}) as JsonObject)[name] = isList ? values : values[0]!;
    }
  }
  return output;
}

/** The registry of an id, for whoever plays it. */
export function registryOf({ documents }: JudgeContext, id: string): Registry {
  return documents.registry.get(id)!;
}
