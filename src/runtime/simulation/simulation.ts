import {
  cloneJson,
  fromEntries,
  isObject,
  own,
  pointer,
  scatter,
  setOwn,
  setValueAt,
  tokensOf,
  valueAt,
} from '../../base/index.js';
import { assertArguments, UnavailableError, UsageError, bareMessage, literal } from '../../messages/index.js';
import type { PlainArg } from '../../messages/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import {
  fieldParts,
  indexOfItem,
  isMaterialKey,
  itemParts,
  keyOfItem,
  parseDuration,
} from '../../model/index.js';
import type { Decision, Duration, Plan, PlanStep, Predicate, World } from '../../model/index.js';
import { deadlineIn, isEvery, pathOf, placesOf, roleOfEach } from '../../plan/index.js';
import type { Item } from '../../plan/index.js';
import { factsOf, fieldsOf, toSchema } from '../../predicate/index.js';
import { partOf, portableSchema, witness } from '../../schema/index.js';
import type { Calls } from '../shell/calls.js';
import type { CaseView } from '../machine/case-view.js';
import type { ManualClock } from '../shell/clock.js';
import type { Answer } from '../machine/event.js';
import { endOf, instantOf, msOf, offsetOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import type { BlockHandler, Handlers, RegistryHandler } from '../shell/ports.js';
import type { Runner } from '../embedded/runner.js';
import { consentRoles } from '../machine/consent.js';
import { isOver } from '../machine/state.js';
import { createTokens } from '../shell/tokens.js';
import { simulationMessages, tell } from './messages.js';
import {
  answeredIn,
  answersIn,
  asFarAsTaken,
  asSchema,
  isUntrue,
  knownIn,
  saidOf,
  trueAt,
  withLies,
} from './world.js';
import type { Asked } from './world.js';

/** What becomes of a block in a simulation, other than being approved; a registry may be down. */
export type SimulatedFate = Exclude<Decision, 'approved'> | 'down';

/** How simulated authorities behave. */
export interface SimulationOptions {
  /** By id of block or registry, or by key of step. */
  fates?: Readonly<Record<string, SimulatedFate>>;
  /** How long an authority takes, by id of block or key of step. Left out: as long as it promises. */
  delays?: Readonly<Record<string, Duration>>;
  /** With a seed, authorities take some time up to what they promise, always the same for the same seed. */
  seed?: number;
  /** What is true, as far as it is said; everything else is made up. */
  world?: World;
  /** Sees the case before each answer; time stands still meanwhile. */
  watch?: (view: CaseView, now: Instant) => void | Promise<void>;
}

/** What a simulation needs of a runner: any will do on which a case can be answered and seen. */
export type SimulatedRunner = Calls & Pick<Runner, 'case' | 'idle'>;

/** Authorities, registries and an applicant that answer by themselves. */
export interface Simulation {
  handlers: Handlers;
  /** What signing in would have told. */
  known(): JsonObject;
  /** A sound answer to the form. `known`: what signing in tells, where it is not what this makes up; it is not answered again. */
  answers(known?: JsonObject): JsonObject;
  /** Who consents to look-ups: everybody whose consent the plan needs. */
  consents(): string[];
  /** Goes from one answer to the next until the case is over, or nobody is left to answer. */
  run(runner: SimulatedRunner, clock: ManualClock, id: string, secret: string): Promise<CaseView>;
}

/** Simulates everybody around a plan: no clock of its own, no randomness, the same for the same options. */
export function createSimulation(plan: Plan, options: SimulationOptions = {}): Simulation {
  const kinds = { plan: 'from composeBundle().plan', options: 'object' } as const;
  assertArguments('createSimulation', kinds, { plan, options });
  assertArguments(
    'createSimulation',
    { fates: 'object?', delays: 'object?', world: 'object?', watch: 'function?' },
    { ...options },
  );
  const world = options.world ?? {};
  const fates = fatesOf(options);
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const later: BlockHandler = () => ({ status: 'pending' });
  const ids = (pick: (step: PlanStep) => string | undefined): string[] => [
    ...new Set(plan.steps.map(pick).filter((id) => id !== undefined)),
  ];
  const blocks = ids((step) => step.block);
  const registries = ids((step) => (step.local === undefined ? step.registry : undefined));
  return {
    handlers: {
      blocks: fromEntries(blocks.map((id) => [id, later])),
      registries: fromEntries(registries.map((id) => [id, registryOf(plan, steps, { fates, world })])),
      transfers: { collect: later, accept: later, issue: later },
      checks: fromEntries(ids(({ check }) => check?.block).map((id) => [id, later])),
      undo: fromEntries(blocks.map((id) => [id, () => undefined])),
    },
    known: () => knownIn(plan, world, knownOf(plan)),
    answers: (known) => {
      if (options.world !== undefined)
        return answersIn(plan, world, {
          madeUp: likely(plan, world),
          known: known ?? knownIn(plan, world, knownOf(plan)),
        });
      return known === undefined ? answersOf(plan) : asFarAsTaken(plan, cloneJson(answersOf(plan)), known);
    },
    consents: () => [...consentRoles(plan)],
    async run(runner, clock, id, secret) {
      const tokens = createTokens(secret);
      for (;;) {
        await runner.idle();
        const view = await runner.case(id);
        if (view === undefined) throw new UsageError(tell('usage/unknown-case', { id }));
        await options.watch?.(view, clock.now());
        if (isOver(view.status)) return view;
        if (await answerForms(runner, view, steps, world)) continue;
        const due = answersDue(plan, view, steps, options);
        const next = due[0];
        const wake = clock.next();
        if (next === undefined && wake === undefined) return view;
        if (next !== undefined && (wake === undefined || msOf(next.at) <= msOf(wake))) {
          clock.advanceTo(latest(next.at, clock.now()));
          const token = await tokens.issue({ case: id, step: next.key, round: next.round });
          const receipt = await runner.complete(token, answerOf(next, fates, world));
          // Nothing would change any more: whoever watches would wait without end.
          if (!receipt.accepted)
            throw new UsageError(
              tell('usage/not-answered', { step: next.key, reason: bareMessage(receipt.refusal) }),
            );
        } else {
          clock.advanceTo(latest(wake!, clock.now()));
          // Whoever was woken reads the store first.
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      }
    },
  };
}

/** What was asked for by name, and what the world decides. */
function fatesOf({ fates = {}, world = {} }: SimulationOptions): Readonly<Record<string, SimulatedFate>> {
  const decided = Object.entries(world.decisions ?? {}).flatMap(
    ([key, decision]): [string, SimulatedFate][] => (decision === 'approved' ? [] : [[key, decision]]),
  );
  const down = Object.entries(world.registries ?? {}).flatMap(([id, holds]): [string, SimulatedFate][] =>
    holds === 'down' ? [[id, 'down']] : [],
  );
  return fromEntries([...decided, ...down, ...Object.entries(fates)]);
}

/** One registry may be asked by several steps, about different roles. */
function registryOf(
  plan: Plan,
  steps: ReadonlyMap<string, PlanStep>,
  { fates, world }: { fates: Readonly<Record<string, SimulatedFate>>; world: World },
): RegistryHandler {
  return (_keys, { step: key, item }) => {
    const asked = { step: (steps.get(key) ?? steps.get(key.replace(/\[.*\]$/s, '')))!, key, item };
    if (saidOf(fates, asked) !== undefined)
      throw Object.assign(new UnavailableError(tell('runtime/registry-down')), { final: true });
    return answeredIn(world, asked, outputOf(asked.step, { demands: demandsOf(plan) }));
  };
}

interface DueAnswer extends Asked {
  data: JsonObject;
  round: number;
  at: Instant;
}

/** What authorities will say, soonest first. */
function answersDue(
  plan: Plan,
  view: CaseView,
  steps: ReadonlyMap<string, PlanStep>,
  options: SimulationOptions,
): DueAnswer[] {
  return view.steps
    .filter(({ status }) => status === 'pending')
    .map(({ key, step: id, round, since, item, due }) => {
      const step = steps.get(id)!;
      const delay = saidOf(options.delays, { step, key });
      const deadline = deadlineIn(step, factsOf(view.data, itemAt(step, item, view.data)));
      const limit = delay ?? deadline?.promised ?? deadline?.statutory;
      return {
        key,
        item,
        data: view.data,
        round,
        step,
        at:
          delay === undefined
            ? answerTime(plan, since, limit, options.seed, key, due)
            : answerTime(plan, since, limit, undefined, key),
      };
    })
    .sort((a, b) => msOf(a.at) - msOf(b.at));
}

/** The item that a step of the case is about, by its key. */
function itemAt(step: PlanStep, key: string | undefined, data: JsonObject): Item | undefined {
  const role = roleOfEach(step);
  const items = role === undefined ? undefined : own(data, role);
  if (role === undefined || !Array.isArray(items)) return undefined;
  const index = items.findIndex((item, place) => keyOfItem(item, place) === key);
  return index < 0 ? undefined : { role, index };
}

/** At the last moment of the limit; with a seed, somewhere before that. Without a limit: at once. */
function answerTime(
  plan: Plan,
  since: Instant,
  limit: Duration | undefined,
  seed: number | undefined,
  key: string,
  due?: Instant,
): Instant {
  if (limit === undefined) return since;
  // The limit of a running case knows of pauses, and of transfers from whose begin it counts.
  const last = msOf(due ?? endOf(plan.calendar, since, parseDuration(limit))) - 1;
  const share = seed === undefined ? 1 : scatter(`${seed} ${key}`);
  const takes = Math.max(0, Math.round((last - msOf(since)) * share));
  return instantOf(msOf(since) + takes, offsetOf(since));
}

/** The reason of a simulated authority, in every language. */
const simulated = simulationMessages['sample.simulated'];

function answerOf(due: DueAnswer, fates: Readonly<Record<string, SimulatedFate>>, world: World): Answer {
  const { step, round } = due;
  const fate = saidOf(fates, due);
  if (fate === 'rejected') return { status: 'rejected', reason: simulated };
  if (fate === 'withdrawn') return { status: 'withdrawn', reason: simulated };
  if (isUntrue(world, step)) return { status: 'rejected', reason: simulated };
  // What an authority wants anew is the applicant's to give.
  const wanted = Object.keys(step.in).find(
    (name) => step.in[name]!.required && step.in[name]!.sources.every(({ from }) => from === 'form'),
  );
  if (fate === 'returned' && round === 1 && wanted !== undefined) {
    return { status: 'returned', needs: [wanted], reason: simulated };
  }
  return {
    status: 'approved',
    output: answeredIn(
      world,
      due,
      outputOf(step, { data: due.data, item: itemAt(step, due.item, due.data) }),
    ),
  };
}

/** What an output is made up for: the items that there are, and what the bundle demands of single fields. */
interface OutputSetting {
  data?: JsonObject;
  item?: Item | undefined;
  demands?: readonly Demanded[];
}

/** Everything that the step can yield, as the bundle demands it where it does; of a whole list, for each of its items. */
function outputOf(step: PlanStep, { data = {}, item, demands = [] }: OutputSetting = {}): JsonObject {
  const output: JsonObject = {};
  for (const [name, { at, of }] of Object.entries(step.out)) {
    const demanded = demands.filter(({ field }) => field === of).map(({ schema }) => portableSchema(schema));
    const sample = (schema: JsonSchema) =>
      sampleOf(demanded.length === 0 ? schema : { allOf: [schema, ...demanded] }, literal(name));
    const path = pathOf(step.kind, name);
    if (step.kind === 'registry' || !isEvery(at, item)) {
      setValueAt(output, path, sample(schemaAt(step.output, path)));
      continue;
    }
    const [role = '', ...rest] = path;
    const places = placesOf(at, data, item) ?? [];
    if (isMaterialKey(name)) {
      const papers = places.map(() => sample(true));
      setValueAt(output, path, papers);
      continue;
    }
    const list = partOf(step.output, pointer('properties', role, 'items')) ?? true;
    const items = places.map(() => ({}));
    if (!Array.isArray(own(output, role))) setOwn(output, role, items);
    places.forEach((_, index) =>
      setValueAt(output, pathOf(step.kind, name, index), sample(schemaAt(list, rest))),
    );
  }
  return output;
}

async function answerForms(
  runner: SimulatedRunner,
  view: CaseView,
  steps: ReadonlyMap<string, PlanStep>,
  world: World,
): Promise<boolean> {
  for (const { step, form } of view.asks) {
    // A later form is about the whole case: its conditions test what is known already.
    const known = fromEntries(Object.entries(view.data).map(([role, held]) => [role, asKnown(held, role)]));
    const whole = { allOf: [form, { properties: known, required: Object.keys(known) }] };
    const answers = (sampled({ allOf: [whole, asSchema(world, () => true)] }) ??
      sampleOf(whole, literal(step))) as JsonObject;
    const receipt = await runner.fill(view.id, step, withLies(world, answers));
    if (receipt.accepted) return true;
  }
  for (const { step: key, returned, needs } of view.needs) {
    const step = steps.get(view.steps.find((one) => one.key === key)!.step)!;
    const values: Record<string, JsonValue> = {};
    for (const { input, at } of needs)
      setOwn(values, at, trueAt(world, view.data, at) ?? valueFor(step, input));
    const receipt = await runner.supplement(view.id, key, values, returned);
    if (receipt.accepted) return true;
  }
  for (const { step: key, input, at, overdue } of view.open) {
    if (overdue !== true) continue;
    const step = steps.get(view.steps.find((one) => one.key === key)!.step)!;
    const receipt = await runner.deliver(
      view.id,
      key,
      at,
      trueAt(world, view.data, at) ?? valueFor(step, input),
    );
    if (receipt.accepted) return true;
  }
  return false;
}

/** A value that the step takes, as the applicant writes it. */
function valueFor(step: PlanStep, input: string, demands: readonly JsonSchema[] = []): JsonValue {
  const codes = step.in[input]?.codes;
  if (codes !== undefined) return Object.keys(codes)[0]!;
  const way = step.in[input]?.schema;
  const schema = typeof way === 'object' ? notDeferred(way) : schemaAt(step.input, pathOf(step.kind, input));
  return sampleOf(
    demands.length === 0 ? schema : { allOf: [schema, ...demands.map((one) => portableSchema(one))] },
    literal(input),
  );
}

/** A material as it is given when somebody wants it now. */
function notDeferred(schema: JsonSchema): JsonSchema {
  return { allOf: [schema, { properties: { way: { not: { const: 'deferral' } } } }] };
}

/** What signing in tells: everything that the plan takes from there. */
function knownOf(plan: Plan): JsonObject {
  const known: JsonObject = {};
  for (const step of plan.steps) {
    for (const [name, binding] of Object.entries(step.in)) {
      if (!binding.sources.some(({ from }) => from === 'known') || binding.at.includes('*')) continue;
      if (step.each !== undefined && binding.at.startsWith(`${step.each}/`)) continue;
      const demands = demandsOf(plan).filter(({ field }) => field === binding.of);
      const schemas = demands.map(({ schema }) => schema);
      setValueAt(known, tokensOf(binding.at), valueFor(step, name, schemas));
    }
  }
  for (const { field, schema } of demandsOf(plan)) {
    const place = placeOfField(plan, field);
    const isKnown = valueAt(known, place) !== undefined;
    const isTold = plan.steps.every((step) => Object.values(step.out).every(({ of }) => of !== field));
    if (!isKnown && isTold && !isAsked(plan, field))
      setValueAt(known, place, sampleOf(schema, literal(field)));
  }
  return known;
}

/** Answers of somebody who may apply. */
function answersOf(plan: Plan): JsonObject {
  return sampleOf(formOf(plan), tell('sample.form')) as JsonObject;
}

/** The same, of somebody of whom the world says something: as much of it as goes together with the form. */
function likely(plan: Plan, world: World): JsonObject {
  const said = [asSchema(world, (at) => isAskedAt(plan, at)), asSchema(world, () => false)];
  for (const schema of said) {
    const found = sampled({ allOf: [formOf(plan), schema] });
    if (found !== undefined) return found as JsonObject;
  }
  return answersOf(plan);
}

function isAskedAt({ form }: Plan, at: string): boolean {
  return Object.hasOwn(form.asks ?? {}, at);
}

/** The form, for somebody who may apply. */
function formOf(plan: Plan): JsonSchema {
  const asked = conjunctsOf(plan).filter((part) =>
    [...fieldsOf(part)].every((field) => isAsked(plan, field)),
  );
  const items = Object.entries(plan.facts).filter(([, held]) => Array.isArray(held));
  const named = fromEntries(items.map(([role, held]) => [role, asKnown(held, role)]));
  return {
    allOf: [
      portableSchema(plan.form.schema),
      ...asked.map((part) => toSchema(part)),
      { properties: named, required: Object.keys(named) },
    ],
  };
}

function isAsked(plan: Plan, field: string): boolean {
  const { asks = {} } = plan.form;
  const place = placeOfField(plan, field);
  const [role = '', element = ''] = place;
  return Object.hasOwn(asks, pointer(...place)) || Object.hasOwn(asks, pointer(role, '*', element));
}

/** Where a field stands; of one item that the facts name, in their order. */
function placeOfField({ facts }: Plan, field: string): string[] {
  const { role, element } = fieldParts(field);
  const { name, key } = itemParts(role);
  const list = own(facts, name);
  if (key === undefined || !Array.isArray(list)) return [name, element];
  return [name, String(indexOfItem(list, key)), element];
}

/** What the bundle demands of whoever applies, part by part; of alternatives, the first. */
function conjunctsOf(plan: Plan): Predicate[] {
  const parts: Predicate[] = [];
  const open: Predicate[] = (plan.eligibility ?? []).map(({ require }) => require);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'object' && 'all' in next) open.push(...next.all);
    else if (typeof next === 'object' && 'any' in next) open.push(...next.any.slice(0, 1));
    else if (typeof next === 'object' && 'every' in next) open.push(next.of);
    else parts.push(next);
  }
  return parts;
}

interface Demanded {
  field: string;
  schema: JsonSchema;
}

/** What it demands of single fields. */
function demandsOf(plan: Plan): Demanded[] {
  return conjunctsOf(plan).filter((part) => typeof part === 'object' && 'field' in part);
}

function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  return partOf(schema, pointer(...path.flatMap((token) => ['properties', token]))) ?? true;
}

/** What a role holds already, as a schema: the values of its elements and of each of its items, which may get others. */
function asKnown(held: JsonValue, name: string): JsonSchema {
  if (Array.isArray(held))
    return {
      minItems: held.length,
      maxItems: held.length,
      prefixItems: held.map((one) => asKnown(one, name)),
    };
  if (!isObject(held)) return { const: held };
  const properties = fromEntries(
    Object.entries(held).map(([element, value]): [string, JsonSchema] => [
      element,
      element === 'materials' ? asKnown(value, element) : { const: value },
    ]),
  );
  return { properties, required: Object.keys(held) };
}

function sampleOf(schema: JsonSchema, what: PlainArg): JsonValue {
  if (schema === true) return { way: 'upload', files: [{ id: 'sample' }] };
  const found = sampled(schema);
  if (found !== undefined) return found;
  throw new UsageError(tell('usage/no-sample', { what }), tell('usage/no-sample:help'));
}

function sampled(schema: JsonSchema): JsonValue | undefined {
  const found = witness(schema);
  return found.verdict === 'yes' ? found.instance : undefined;
}

function latest(a: Instant, b: Instant): Instant {
  return msOf(a) > msOf(b) ? a : b;
}
