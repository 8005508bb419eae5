import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import type { Accept, Commitment, Output, Registry } from '../../../src/model/index.js';
import { derived } from './derive.js';
import type { Documents } from './documents.js';
import { partsOf } from './flat.js';
import type { FlatBundle, FlatUse, RoleRef } from './flat.js';
import type { Matches } from './matches.js';
import { clausesHold, conditionHolds, or } from './truth.js';
import type { Truth, TruthContext } from './truth.js';
import { itemsOf, placeName, trueValue } from './world.js';
import type { Place, World } from './world.js';

/** What the judge goes by. */
export interface JudgeContext {
  documents: Documents;
  flat: FlatBundle;
  world: World;
  matches: Matches;
}

/** Who says a value. `never`: somebody would have to say it who does not, and nobody stands in. */
export interface Said {
  from: 'host' | 'sign-in' | 'step' | 'registry' | 'derivation' | 'asked' | 'never';
  /** Of what nobody says: a step may say it yet. */
  isComing?: true;
  /** A registry was to say it and does not. */
  failed?: true;
  value?: JsonValue;
  /** The step or registry that says it. */
  by?: string;
}

/** How a step of the case ends. */
export type End = 'approved' | 'rejected' | 'withdrawn' | 'skipped' | 'stopped' | 'ineligible';

/** A step of the case: a use, for an item of a repeated role or once. */
export interface Instance {
  use: FlatUse;
  item: number | undefined;
}

/** What is known in a world, who says it, and how steps end. */
export interface Knowledge {
  context: JudgeContext;
  truth: TruthContext;
  /** Is the step done in this situation? */
  included: (instance: Instance) => Truth;
  /** Who says the value of a place, for a step that takes it. */
  saidOf: (place: Place, consumer?: FlatUse, accept?: readonly Accept[]) => Said;
  /** How the step ends: the first follows from the world, others may be told instead. */
  endsOf: (instance: Instance) => readonly End[];
  /** Does some step take the place by itself, and not as one of several alternatives? `required`: it cannot do without. */
  isDemanded: (place: Place, required: boolean) => boolean;
}

/** What the sources of values rest on: in the end, or when the applicant stands before the first form. */
export interface Phase {
  /** How a step ends; before the first form, no step has ended. */
  endsOf: ((instance: Instance, knowledge: Knowledge) => readonly End[]) | undefined;
}

/** The steps of the case that a use stands for. */
export function instancesOf(world: World, use: FlatUse): Instance[] {
  if (use.each === undefined) return [{ use, item: undefined }];
  return itemsOf(world, use.each).map((_, item) => ({ use, item }));
}

/** The places that a name of a block means: of every item, where it means the whole of a repeated role. */
export function placesOf(
  world: World,
  ref: RoleRef,
  name: string,
  kind: Place['kind'],
  instance: { each: string | undefined; item: number | undefined },
): Place[] {
  if (!ref.many) return [{ role: ref.name, name, kind }];
  if (ref.name === instance.each) return [{ role: ref.name, item: instance.item!, name, kind }];
  return itemsOf(world, ref.name).map((_, item) => ({ role: ref.name, item, name, kind }));
}

/** Works out who says what. */
export function createKnowledge(context: JudgeContext, phase: Phase): Knowledge {
  const memo = new Map<string, Said>();
  const open = new Set<string>();
  const tainted = new Set<string>();
  const ends = new Map<string, readonly End[]>();
  const demands = new Map<string, boolean>();
  const { world, flat } = context;

  const truth: TruthContext = {
    world,
    matches: context.matches,
    known: (place) => knowledge.saidOf(place).value,
  };
  const included = ({ use, item }: Instance): Truth =>
    or(use.when.map((clauses) => clausesHold(truth, clauses, item)));

  /** What rests on itself is not known by that way; what was found on such a way is not kept. */
  const once = <T>(name: string, store: Map<string, T>, instead: T, find: () => T): T => {
    if (store.has(name)) return store.get(name)!;
    if (open.has(name)) {
      tainted.add(name);
      return instead;
    }
    open.add(name);
    const found = find();
    open.delete(name);
    tainted.delete(name);
    if (tainted.size === 0) store.set(name, found);
    return found;
  };

  const knowledge: Knowledge = {
    context,
    truth,
    included,
    saidOf: (place, consumer, accept) => {
      const own = consumer !== undefined && yieldsOf(consumer).some((key) => key === keyOf(place));
      const name = `${own ? consumer.name : ''} ${placeName(place)} ${JSON.stringify(accept ?? [])}`;
      return once(name, memo, { from: 'never' }, () => find(place, consumer, accept));
    },
    isDemanded: (place, required) =>
      once(`demand ${required} ${placeName(place)}`, demands, false, () =>
        flat.uses.some((use) =>
          instancesOf(world, use).some((instance) => takesItself(knowledge, instance, place, required)),
        ),
      ),
    endsOf: (instance) =>
      once(`end ${instance.use.name}[${instance.item}]`, ends, [], () => phase.endsOf!(instance, knowledge)),
  };

  const find = (place: Place, consumer: FlatUse | undefined, accept: readonly Accept[] | undefined): Said => {
    if (world.composedIn?.has(placeName(place)) === true)
      return { from: 'host', ...valued(trueValue(world, place)) };
    if (place.kind === 'field' && flat.known.has(keyOf(place)))
      return { from: 'sign-in', ...valued(trueValue(world, place)) };
    const yielded = byStep(place, consumer);
    if (yielded !== undefined) return yielded;
    const found = byRegistry(place, accept);
    if (found !== undefined && found !== 'failed') return found;
    if (accept?.includes('generated') === true) return { from: 'derivation', value: { generated: true } };
    const asked: Said = { from: 'asked', ...valued(answerOf(world, place, accept)) };
    return found === 'failed' ? { ...asked, failed: true } : asked;
  };

  const byStep = (place: Place, consumer: FlatUse | undefined): Said | undefined => {
    let isOpen = false;
    for (const use of flat.uses) {
      if (use === consumer) continue;
      for (const output of use.block.outputs ?? []) {
        for (const instance of instancesOf(world, use)) {
          if (!outputPlaces(world, instance, output).some((one) => placeName(one) === placeName(place)))
            continue;
          const yields = and3(included(instance), () => yieldsNow(truth, instance, output));
          if (yields === false) continue;
          if (phase.endsOf === undefined) return { from: 'never', isComing: true };
          if (yields === undefined) continue;
          if (knowledge.endsOf(instance)[0] === 'approved')
            return { from: 'step', by: use.name, ...valued(yieldOf(world, place, use)) };
          isOpen = true;
        }
      }
    }
    return isOpen ? { from: 'never' } : undefined;
  };

  const byRegistry = (place: Place, accept: readonly Accept[] | undefined): Said | 'failed' | undefined => {
    if (accept !== undefined && !accept.includes('registry')) return undefined;
    let hasFailed = false;
    for (const registry of rulesFor(context, place)) {
      const given = registry.given.map((key) => givenTo(registry.document, key, place));
      hasFailed ||= given.includes('failed');
      if (given.includes('coming')) return { from: 'never', isComing: true };
      if (given.includes('unknown') || given.includes('failed')) continue;
      const isLocal = registry.document.local !== undefined;
      if (!isLocal && !holds(world, registry.document, place)) {
        // Before anybody has looked, nobody knows that the registry does not say it.
        if (phase.endsOf === undefined) return { from: 'never', isComing: true };
        hasFailed = true;
        continue;
      }
      const value = isLocal ? trueValue(world, place) : registered(world, place, registry.document);
      if (value === undefined) continue;
      return { from: isLocal ? 'derivation' : 'registry', by: registry.document.id, value };
    }
    return hasFailed ? 'failed' : undefined;
  };

  const givenTo = (
    registry: Registry,
    key: string,
    goal: Place,
  ): 'known' | 'coming' | 'unknown' | 'failed' => {
    const [role, element] = registry.subject === undefined ? partsOf(key) : [goal.role, key];
    const ref = flat.roles.get(role)!;
    if (clausesHold(truth, ref.guards, undefined) !== true) return 'unknown';
    const item = registry.subject === undefined && role !== goal.role ? undefined : goal.item;
    const each = item === undefined ? undefined : role;
    const found = placesOf(world, ref, element, 'field', { each, item }).map((place) => {
      const said = knowledge.saidOf(place);
      if (said.isComing === true) return 'coming';
      // Nobody is asked for a key only to spare the question that it answers.
      const isAsked = said.from === 'asked' && !knowledge.isDemanded(place, true);
      if (!isAsked && said.value !== undefined) return 'known';
      return said.failed === true ? 'failed' : 'unknown';
    });
    if (found.includes('unknown')) return 'unknown';
    if (found.includes('failed')) return 'failed';
    return found.includes('coming') ? 'coming' : 'known';
  };

  return knowledge;
}

function takesItself(knowledge: Knowledge, instance: Instance, place: Place, required: boolean): boolean {
  const { use, item } = instance;
  const truth = required ? withoutFollowers(knowledge, place) : knowledge.truth;
  const isIncluded = or(use.when.map((clauses) => clausesHold(truth, clauses, item)));
  return (use.block.inputs ?? []).some((input) => {
    if ('anyOf' in input || (required && input.optional === true)) return false;
    const [role, name, kind]: [string, string, Place['kind']] =
      'field' in input ? [...partsOf(input.field), 'field'] : [input.of, input.material, 'material'];
    const ref = use.scope.get(role);
    if (ref?.name !== place.role || name !== place.name || kind !== place.kind) return false;
    if (ref.name === use.each && item !== place.item) return false;
    return (
      isIncluded !== false &&
      clausesHold(truth, ref.guards, item) !== false &&
      conditionHolds(truth, input.when, use.scope, use.each, item) !== false
    );
  });
}

/** What the key itself makes known is not known before somebody has been asked for it. */
function withoutFollowers({ truth, context }: Knowledge, key: Place): TruthContext {
  const { documents, flat, world } = context;
  const found = new Set([keyOf(key)]);
  const rules = flat.registries.flatMap((id) => documents.registry.get(id) ?? []);
  const rolesOf = ({ subject }: Registry) =>
    subject === undefined
      ? [undefined]
      : [...flat.roles.values()].filter(({ type }) => type === subject).map(({ name }) => name);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const rule of rules)
      for (const role of rolesOf(rule)) {
        const named = (name: string) => (role === undefined ? name : [role, name].join('.'));
        if (!rule.given.some((name) => found.has(named(name)))) continue;
        for (const name of rule.gives) if (typeof name === 'string') found.add(named(name));
      }
  }
  const isTold = (place: Place) =>
    flat.known.has(keyOf(place)) || world.composedIn?.has(placeName(place)) === true;
  const follows = (place: Place) => keyOf(place) !== keyOf(key) && found.has(keyOf(place)) && !isTold(place);
  return { ...truth, known: (place) => (follows(place) ? undefined : truth.known(place)) };
}

/** The second is looked at only where the first does not settle it. */
function and3(first: Truth, second: () => Truth): Truth {
  if (first === false) return false;
  const other = second();
  return other === false ? false : first === undefined ? undefined : other;
}

function valued(value: JsonValue | undefined): { value?: JsonValue } {
  return value === undefined ? {} : { value };
}

/** The field or material that a place is one of. */
export function keyOf({ role, name, kind }: Place): string {
  return placeName({ role, name, kind });
}

function yieldsOf(use: FlatUse): string[] {
  return (use.block.outputs ?? []).flatMap((output) => {
    const [role, name, kind] = outputParts(output);
    const ref = use.scope.get(role);
    return ref === undefined ? [] : [keyOf({ role: ref.name, name, kind })];
  });
}

function outputParts(output: Output): [string, string, Place['kind']] {
  if ('field' in output) return [...partsOf(output.field), 'field'];
  return [output.of, output.material, 'material'];
}

/** The places that an output of a step fills. */
export function outputPlaces(world: World, { use, item }: Instance, output: Output): Place[] {
  const [role, name, kind] = outputParts(output);
  const ref = use.scope.get(role);
  return ref === undefined ? [] : placesOf(world, ref, name, kind, { each: use.each, item });
}

/** Does a step that is approved yield this? */
export function yieldsNow(truth: TruthContext, { use, item }: Instance, output: Output): Truth {
  const [role] = outputParts(output);
  const guards = use.scope.get(role)?.guards ?? [];
  return and3(clausesHold(truth, guards, item), () =>
    conditionHolds(truth, output.when, use.scope, use.each, item),
  );
}

/** The registries and derivations of the bundle that give a place, with their keys. */
function rulesFor(
  { documents, flat }: JudgeContext,
  place: Place,
): { document: Registry; given: string[] }[] {
  return [...flat.registries].sort().flatMap((id) => {
    const document = documents.registry.get(id);
    if (document === undefined) return [];
    const type = flat.roles.get(place.role)!.type;
    if (document.subject !== undefined && document.subject !== type) return [];
    const gives = document.gives.some((one) => {
      if (typeof one !== 'string') {
        const isOf = document.subject !== undefined || one.of === place.role;
        return place.kind === 'material' && one.material === place.name && isOf;
      }
      return place.kind === 'field' && one === (document.subject === undefined ? keyOf(place) : place.name);
    });
    return gives ? [{ document, given: document.given }] : [];
  });
}

/** Does the registry answer this? */
export function holds(world: World, registry: Registry, place: Place): boolean {
  const holdings = world.registries[registry.id] ?? 'all';
  if (typeof holdings === 'string') return holdings === 'all';
  return holdings.some.includes(place.name);
}

/** What a registry says of a place that it holds. */
export function registered(world: World, place: Place, registry: Registry): JsonValue | undefined {
  return place.kind === 'field' ? trueValue(world, place) : paper(place, `held by ${registry.id}`);
}

/** What a step yields at a place. */
export function yieldOf(world: World, place: Place, use: FlatUse): JsonValue | undefined {
  return place.kind === 'field' ? trueValue(world, place) : paper(place, `issued by ${use.name}`);
}

function paper(place: Place, who: string): JsonObject {
  const file = { id: `${placeName(place)}, ${who}`, type: 'application/pdf', size: 1_000 };
  return { way: 'upload', files: [file] };
}

/** What the applicant says where it is asked; of a material, the first way in this order that is allowed. */
export function answerOf(
  world: World,
  place: Place,
  accept: readonly Accept[] | undefined,
): JsonValue | undefined {
  if (world.declined.includes(keyOf(place))) return undefined;
  if (place.kind === 'field') return trueValue(world, place);
  const mayFollow = accept?.some((way) => typeof way === 'object' && 'deferral' in way) === true;
  if (mayFollow && world.deferred.includes(keyOf(place))) return { way: 'deferral' };
  const mayDeclare = accept?.some((way) => way === 'commitment' || isCommitment(way)) === true;
  if (mayDeclare && accept.includes('upload') !== true) return { way: 'commitment' };
  return paper(place, 'of the applicant');
}

/** What the author says of a commitment. */
function isCommitment(way: Accept): way is { commitment: Commitment } {
  return typeof way === 'object' && 'commitment' in way;
}

/** The check of what is declared instead of a material, as the documents say. */
export function checkIn(accept: readonly Accept[] | undefined): Commitment['check'] {
  return accept?.find(isCommitment)?.commitment.check;
}

/** What a derivation makes of the true values. */
export function deriveIn(
  world: World,
  registry: Registry,
  given: readonly JsonValue[],
): JsonValue | undefined {
  return derived(registry.local!, given, registry.options ?? {}, world.start.slice(0, 10));
}
