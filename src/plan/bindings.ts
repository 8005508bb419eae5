import { appendTo, omitUndefined, setOwn } from '../base/index.js';
import type { BoundUse, ComposedBundle, LeafDemand, Need, Source } from '../compose/index.js';
import { dataPointer, leavesOf, mainFormAsks } from '../compose/index.js';
import type { InputBinding, InputSource, OutputBinding, Predicate } from '../model/index.js';
import { all, any, keyOf } from '../predicate/index.js';

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
    if (!forms.some(({ step }) => step === undefined))
      askedIn.set(leaf, [{ step: undefined, asked: early }, ...forms]);
  }
  return { byUse, askedIn };
}

/** What a use takes, by the block's own names, each with where it comes from. */
export function inputBindings(
  composed: ComposedBundle,
  index: NeedIndex,
  use: BoundUse,
): Record<string, InputBinding> {
  const bindings: Record<string, InputBinding> = {};
  for (const need of index.byUse.get(use) ?? []) {
    const present = Object.hasOwn(bindings, need.leaf.blockKey) ? bindings[need.leaf.blockKey] : undefined;
    const binding = bindingOf(composed, index, need);
    setOwn(bindings, need.leaf.blockKey, present === undefined ? binding : mergeBindings(present, binding));
  }
  return bindings;
}

function bindingOf(composed: ComposedBundle, index: NeedIndex, need: Need): InputBinding {
  const { leaf, use, guard, choice } = need;
  const codes = 'codes' in leaf.input ? leaf.input.codes : undefined;
  const deferral = leaf.accept.find((way) => typeof way === 'object')?.deferral;
  const group = choice?.groups.findIndex((members) => [...leavesOf(members)].includes(leaf)) ?? -1;
  return {
    of: leaf.key,
    at: pointerFor(composed, use, leaf.kind, leaf.role, leaf.name),
    required: !leaf.optional && choice === undefined,
    ...(guard === true || guard === use.guard ? {} : { when: guard }),
    sources: sourcesOf(index, need),
    ...omitUndefined({ codes, deferral }),
    ...(choice === undefined || choice.optional
      ? {}
      : {
          alternative: {
            choice: choice.id,
            group: Math.max(0, group),
            ...whenOf(all(use.guard, choice.guard)),
          },
        }),
  };
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
  const { when: _, requiredWhen: __, ...rest } = { ...b, ...a };
  return {
    ...rest,
    required: required !== false,
    ...(required === false || keyOf(required) === keyOf(when) ? {} : { requiredWhen: required }),
    ...whenOf(when),
    ...omitUndefined({ codes: b.codes }),
  };
}

function requiredWhen(binding: InputBinding): Predicate {
  return binding.requiredWhen ?? binding.when ?? true;
}

/** What a use yields, by the block's own names. */
export function outputBindings(composed: ComposedBundle, use: BoundUse): Record<string, OutputBinding> {
  const bindings: Record<string, OutputBinding> = {};
  for (const output of use.outputs) {
    if (output.guard === false) continue;
    setOwn(bindings, output.blockKey, {
      of: output.key,
      at: pointerFor(composed, use, output.kind, output.role, output.name),
      ...whenOf(output.guard),
    });
  }
  return bindings;
}
