import { appendTo, canonicalJson, fromEntries, groupBy, omitUndefined } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type {
  BoundItem,
  BoundUse,
  ChoiceDemand,
  ComposedBundle,
  Demand,
  LeafDemand,
  Need,
  Source,
} from '../compose/index.js';
import { dataPointer, elementSchemaOf, mainFormAsks, narrowingOf, ofItem, waysOf } from '../compose/index.js';
import { commitmentIn, deferralIn, itemName } from '../model/index.js';
import type {
  AlternativeMember,
  InputBinding,
  InputSource,
  OutputBinding,
  PlanAlternatives,
  Predicate,
} from '../model/index.js';
import { all, any, keyOf } from '../predicate/index.js';
import { intersectAll } from '../schema/index.js';
import { inputOfAll, outputOfAll } from './all-items.js';

const sourceOf = {
  known: 'known',
  produced: 'step',
  registry: 'registry',
  derived: 'registry',
  generated: 'generated',
} as const;

/** The needs of a bundle by use, and the forms that ask for each: looked up for every input, built once. */
export interface NeedIndex {
  byUse: ReadonlyMap<BoundUse, readonly Need[]>;
  askedIn: ReadonlyMap<LeafDemand, readonly { step: string | undefined; asked: Predicate }[]>;
}

/** Indexes the needs of a composed bundle. */
export function indexNeeds(composed: ComposedBundle): NeedIndex {
  const byUse = new Map<BoundUse, Need[]>();
  for (const need of composed.needs.needs) appendTo(byUse, need.use, need);
  const askedIn = new Map<LeafDemand, { step: string | undefined; asked: Predicate }[]>();
  const inMain = mainFormAsks(composed.formParts);
  for (const { step, needs } of composed.formParts) {
    for (const { leaf, asked } of needs) appendTo(askedIn, leaf, { step, asked });
  }
  // A late step takes from the main form what that has asked for the others.
  for (const { leaf, asked } of composed.needs.needs) {
    const early = all(asked, inMain.get(leaf.key) ?? false);
    if (asked === false || early === false) continue;
    const forms = askedIn.get(leaf) ?? [];
    const later = forms.filter(({ step }) => step !== undefined);
    const own = forms.filter(({ step }) => step === undefined).map((form) => form.asked);
    askedIn.set(leaf, [{ step: undefined, asked: any(early, ...own) }, ...later]);
  }
  return { byUse, askedIn };
}

/** What a use takes, by the block's own names, each with where it comes from. */
export function inputBindings(
  composed: ComposedBundle,
  index: NeedIndex,
  use: BoundUse,
): Record<string, InputBinding> {
  const byName = new Map<string, Map<string, Need[]>>();
  for (const need of index.byUse.get(use) ?? []) {
    const { blockKey, role } = need.leaf;
    const list = byName.get(blockKey) ?? new Map<string, Need[]>();
    byName.set(blockKey, list);
    appendTo(list, role, need);
  }
  return fromEntries(
    [...byName].map(([name, roles]) => [
      name,
      inputOfAll(
        [...roles].map(([role, needs]) => ({
          item: itemTaken(composed, use, role),
          binding: bindingOfAll(composed, index, needs),
        })),
      ),
    ]),
  );
}

/** One block may list an input twice, under two conditions: it is one input. */
function bindingOfAll(composed: ComposedBundle, index: NeedIndex, needs: readonly Need[]): InputBinding {
  const own = needs.map((need) => bindingOf(composed, index, need));
  const [first, ...rest] = own;
  const merged = rest.reduce(mergeBindings, first!);
  return needs[0]!.leaf.kind === 'material' && rest.length > 0
    ? { ...merged, ...materialLaws(composed, needs, own) }
    : merged;
}

/** What is met in each situation, where the inputs do not take the same ways. */
function materialLaws(
  composed: ComposedBundle,
  needs: readonly Need[],
  own: readonly InputBinding[],
): Pick<InputBinding, 'schema' | 'narrowings'> {
  const givable = own.filter(({ schema }) => schema !== false);
  const [first = own[0]!] = givable;
  const isSame = ({ schema = true }: InputBinding) =>
    canonicalJson(schema) === canonicalJson(first.schema ?? true);
  const isDisjoint = ({ when }: InputBinding) =>
    givable.every((other) => all(when ?? true, other.when ?? true) === false);
  // Whoever may give it once may give it.
  const stated = own.filter((one) => one.schema !== false || isDisjoint(one));
  if (stated.every(isSame)) return { schema: first.schema! };
  const accept = needs.flatMap(({ leaf }) => leaf.accept);
  return {
    schema: materialSchema(composed, { ...needs[0]!.leaf, accept }, first.sources),
    narrowings: stated.map(({ when, schema = true }) => ({ ...whenOf(when ?? true), schema })),
  };
}

/** The item that a role stands for, where the use takes the whole repeated role. */
function itemTaken({ bound }: ComposedBundle, use: BoundUse, role: string): BoundItem | undefined {
  const item = bound.roles.get(role)?.itemOf;
  return item === undefined || use.item?.role === item.role ? undefined : item;
}

function bindingOf(composed: ComposedBundle, index: NeedIndex, need: Need): InputBinding {
  const { leaf, use, stepGuard, choice } = need;
  const codes = 'codes' in leaf.input ? leaf.input.codes : undefined;
  const deferral = deferralFor(composed, need);
  const sources = sourcesOf(index, need);
  return {
    of: leaf.key,
    at: pointerFor(composed, use, leaf.kind, leaf.role, leaf.name),
    required: !leaf.optional && choice === undefined,
    ...(isGuardOf(use, stepGuard) ? {} : whenOf(stepGuard)),
    sources,
    ...(leaf.kind === 'material' ? { schema: materialSchema(composed, leaf, sources) } : {}),
    ...omitUndefined({ codes, deferral, commitment: declaredIn(leaf) }),
    ...flag('alternative', choice !== undefined),
  };
}

/** What an author words of a commitment. */
function declaredIn({ accept }: LeafDemand): InputBinding['commitment'] {
  const { text, consequence } = commitmentIn(accept) ?? {};
  return text === undefined || consequence === undefined ? undefined : { text, consequence };
}

/** Until which step, where that is done for each item as well: until it is done for this one. */
function deferralFor({ bound }: ComposedBundle, { leaf, use }: Need): InputBinding['deferral'] {
  const deferral = deferralIn(leaf.accept);
  if (deferral?.until === undefined) return deferral;
  const until = itemName(deferral.until, use.item?.key);
  return bound.uses.some(({ name }) => name === until) ? { ...deferral, until } : deferral;
}

/** What a form takes for a material, in the ways that the block accepts; `false` where the applicant cannot give it. */
function materialSchema(
  { bound }: ComposedBundle,
  leaf: LeafDemand,
  sources: readonly InputSource[],
): JsonSchema {
  const isAsked = sources.some(({ from }) => from === 'form' || from === 'ask');
  if (!isAsked && waysOf(leaf.accept).length === 0) return false;
  const narrowing = narrowingOf(bound, leaf);
  const schemas = [elementSchemaOf(bound, 'material', leaf.role, leaf.name), narrowing ?? true];
  return intersectAll(schemas.map((schema) => ({ schema }))).schema;
}

/** Is it the condition of the whole step? That an item has to be there goes without saying. */
function isGuardOf({ guard: own, each }: BoundUse, guard: Predicate): boolean {
  const key = keyOf(guard);
  return key === keyOf(own) || (each !== undefined && key === keyOf(ofItem(own, each)));
}

/** In a step that is done for each item, a pointer into the role is about the item. */
export function pointerFor(
  composed: ComposedBundle,
  use: BoundUse,
  kind: 'field' | 'material',
  role: string,
  name: string,
): string {
  const pointer = dataPointer(composed.bound, kind, role, name);
  return use.each === role ? pointer.replace('/*/', '/') : pointer;
}

function sourcesOf(index: NeedIndex, need: Need): InputSource[] {
  const sources = suppliedBy(need.sources);
  for (const { step, asked } of index.askedIn.get(need.leaf) ?? []) {
    if (asked === false) continue;
    sources.push(
      step === undefined ? { from: 'form', ...whenOf(asked) } : { from: 'ask', step, ...whenOf(asked) },
    );
  }
  return sources;
}

/** What comes without asking, as a plan says it. */
export function suppliedBy(sources: readonly Source[]): InputSource[] {
  return sources.map(({ kind, step, when }) => ({
    from: sourceOf[kind],
    ...omitUndefined({ step }),
    ...whenOf(when),
  }));
}

/** A condition that always holds is not written. */
export function whenOf(when: Predicate): { when?: Predicate } {
  return when === true ? {} : { when };
}

/** One block may list an input twice, under two conditions: it is one input, taken when either holds. */
function mergeBindings(a: InputBinding, b: InputBinding): InputBinding {
  const when = any(a.when ?? true, b.when ?? true);
  const required = any(...[a, b].filter((one) => one.required).map(requiredWhen));
  const { when: _, requiredWhen: __, alternative: ___, ...rest } = { ...b, ...a };
  // Whoever may give it once may give it.
  const schema = a.schema === false ? b.schema : a.schema;
  return {
    ...rest,
    // What is also taken by itself is handed on whichever alternative counts.
    ...flag('alternative', a.alternative === true && b.alternative === true),
    sources: mergeSources([...takenFrom(a), ...takenFrom(b)]),
    required: required !== false,
    ...(required === false || keyOf(required) === keyOf(when) ? {} : { requiredWhen: required }),
    ...whenOf(when),
    ...omitUndefined({ codes: b.codes, schema }),
  };
}

/** The sources where the input is taken: where only the other one is, its own order counts. */
function takenFrom({ sources, when: taken = true }: InputBinding): InputSource[] {
  return sources.map(({ when = true, ...source }) => ({ ...source, ...whenOf(all(taken, when)) }));
}

/** Each source once, in order: it gives the value when it gives it to either. */
function mergeSources(sources: readonly InputSource[]): InputSource[] {
  const merged = new Map<string, InputSource>();
  for (const source of sources) {
    const key = `${source.from} ${source.step ?? ''}`;
    const { when: before = true, ...rest } = merged.get(key) ?? { ...source, when: false };
    merged.set(key, { ...rest, ...whenOf(any(before, source.when ?? true)) });
  }
  return [...merged.values()];
}

function requiredWhen(binding: InputBinding): Predicate {
  return binding.requiredWhen ?? binding.when ?? true;
}

/** The alternatives that a use takes, as the author wrote them, of the inputs that are bound. */
export function alternativesOf(
  use: BoundUse,
  bound: Readonly<Record<string, InputBinding>>,
): { alternatives?: PlanAlternatives[] } {
  const alternatives = use.demands.flatMap((demand) =>
    demand.kind === 'choice' && all(use.guard, demand.guard) !== false ? [alternativesIn(demand, bound)] : [],
  );
  return alternatives.length === 0 ? {} : { alternatives };
}

function alternativesIn(
  { id, guard, optional, groups }: ChoiceDemand,
  bound: Readonly<Record<string, InputBinding>>,
): PlanAlternatives {
  const memberOf = (demand: Demand): AlternativeMember[] => {
    if (demand.guard === false) return [];
    if (demand.kind === 'choice') return [alternativesIn(demand, bound)];
    if (!Object.hasOwn(bound, demand.blockKey)) return [];
    return [{ input: demand.blockKey, ...whenOf(demand.guard), ...flag('optional', demand.optional) }];
  };
  return {
    id,
    ...whenOf(guard),
    ...flag('optional', optional),
    // Of a whole repeated role, what is taken of every item is one input.
    groups: groups.map((group) => distinct(group.flatMap(memberOf))),
  };
}

function distinct(members: readonly AlternativeMember[]): AlternativeMember[] {
  return [...new Map(members.map((member) => [canonicalJson(member), member])).values()];
}

function flag<K extends string>(key: K, isSet: boolean): { [P in K]?: true } {
  return (isSet ? { [key]: true } : {}) as { [P in K]?: true };
}

/** What a use yields, by the block's own names. */
export function outputBindings(composed: ComposedBundle, use: BoundUse): Record<string, OutputBinding> {
  const outputs = use.outputs.filter(({ guard }) => guard !== false);
  return fromEntries(
    [...groupBy(outputs, ({ blockKey }) => blockKey)].map(([name, list]) => [
      name,
      outputOfAll(
        list.map(({ key, kind, role, name: element, guard }) => ({
          item: itemTaken(composed, use, role),
          binding: { of: key, at: pointerFor(composed, use, kind, role, element), ...whenOf(guard) },
        })),
      ),
    ]),
  );
}
