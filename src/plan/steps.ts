import { fromEntries, groupBy, omitUndefined, pointer } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import type { BoundUse, ComposedBundle, FormPart } from '../compose/index.js';
import {
  checksOf,
  dataPointer,
  dependenciesByStep,
  elementSchemaOf,
  lookUpGuard,
  ofItem,
  seenWithin,
  transfersOf,
} from '../compose/index.js';
import { keyOfAll, keyParts, roleOfKey } from '../model/index.js';
import type { Dependency, OutputBinding, PlanStep, Predicate } from '../model/index.js';
import { any } from '../predicate/index.js';
import { selfContained } from '../schema/index.js';
import { inputOfAll, outputOfAll } from './all-items.js';
import type { ItemBinding } from './all-items.js';
import { alternativesOf, indexNeeds, inputBindings, outputBindings, suppliedBy, whenOf } from './bindings.js';
import type { NeedIndex } from './bindings.js';
import { checkStep } from './check-step.js';
import { limitsOfStep } from './limits.js';
import { resultsOfStep } from './results.js';
import { inputSchema, outputSchema } from './step-schema.js';
import { placesOfStep, transferStep } from './transfer-step.js';
import { wantedOfLookUps } from './wanted.js';

type Rule = ComposedBundle['rules'][number];

/**
 * The steps of a plan, in the order in which they can be done.
 * @param main the part of the form that is asked at the start
 */
export function stepsOf(composed: ComposedBundle, main: FormPart): PlanStep[] {
  const steps = new Map<string, PlanStep>();
  const context: StepContext = {
    composed,
    index: indexNeeds(composed),
    dependencies: dependenciesByStep(composed.catalogue, composed.edges),
  };
  for (const rule of composed.rules) steps.set(rule.step, registryStep(context, rule));
  for (const part of composed.formParts) {
    if (part.step !== undefined) steps.set(part.step, askStep(context, part, part.step));
  }
  for (const use of composed.bound.uses)
    if (use.guard !== false) steps.set(use.name, blockStep(context, use));
  for (const one of transfersOf(composed.bound)) {
    const { step } = one.transfer;
    steps.set(step, transferStep(composed, context.index, one, context.dependencies.get(step) ?? []));
  }
  for (const one of checksOf(composed.bound))
    steps.set(one.step, checkStep(composed, one, context.dependencies.get(one.step) ?? []));
  const ordered = composed.order.order.map((id) => steps.get(id)!);
  const conditions = [
    ...composed.bound.eligibility.map(({ require }) => require),
    ...[...composed.bound.roles.values()].map(({ guard }) => guard),
    ...Object.values(asksOf(composed, main)),
  ];
  const wanted = wantedOfLookUps(ordered, conditions);
  const rules = new Map(composed.rules.map((rule) => [rule.step, rule]));
  return ordered.map((step) => {
    const [out, rule] = [wanted.get(step), rules.get(step.id)];
    if (out === undefined || rule === undefined) return step;
    const keys = Object.values(out).map(({ of }) => of);
    return { ...step, out, output: keyedSchema(composed, rule, keys, false) };
  });
}

interface StepContext {
  composed: ComposedBundle;
  index: NeedIndex;
  dependencies: ReadonlyMap<string, Dependency[]>;
}

function blockStep({ composed, index, dependencies }: StepContext, use: BoundUse): PlanStep {
  const { block } = use;
  const late = composed.origins.latenessOf(use.guard, use.name).when !== false;
  const inputs = inputBindings(composed, index, use);
  return {
    id: use.name,
    kind: 'block',
    ...omitUndefined({ title: block.title }),
    block: block.id,
    ...omitUndefined({
      authority: block.authority,
      each: use.each === undefined ? undefined : pointer(use.each),
      item: itemOf(use),
    }),
    ...whenOf(use.each === undefined ? use.guard : ofItem(use.guard, use.each)),
    ...(late ? { late: true } : {}),
    ...(use.choice ? { choice: true } : {}),
    after: dependencies.get(use.name) ?? [],
    ...limitsOfStep(use),
    ...(use.pauses.length === 0
      ? {}
      : {
          pauses: use.pauses.map(({ pause, when }) => ({
            reason: pause.reason,
            time: pause.time,
            ...whenOf(when),
          })),
        }),
    ...(use.eligibility.length === 0
      ? {}
      : {
          eligibility: use.eligibility.map(({ require, rule }) => ({
            require,
            otherwise: rule.otherwise,
            ...omitUndefined({ basis: rule.basis }),
          })),
        }),
    ...omitUndefined({ fee: block.fee }),
    ...resultsOfStep(composed, use),
    ...placesOfStep(composed, use),
    ...omitUndefined({ basis: block.basis }),
    in: inputs,
    ...alternativesOf(use, inputs),
    out: outputBindings(composed, use),
    input: inputSchema(composed, use),
    output: outputSchema(composed, use),
    onReject: block.onReject ?? 'stop-dependants',
    ...omitUndefined({ compensation: block.compensation }),
  };
}

/** The item that a use is done for. */
function itemOf({ item }: BoundUse): PlanStep['item'] {
  return item === undefined ? undefined : { role: item.role, key: item.key };
}

/** A look-up or derivation. It is given its keys and answers facts, both by the bundle's own names. */
function registryStep({ composed, dependencies }: StepContext, rule: Rule): PlanStep {
  const { bound, origins } = composed;
  const itemOf = rule.role?.itemOf;
  const each = rule.role?.many === undefined ? undefined : rule.role.name;
  const pointerOf = (key: string) => {
    const { kind, role, name } = keyParts(key);
    const at = dataPointer(bound, kind, role, name);
    return each === role ? at.replace('/*/', '/') : at;
  };
  const when = lookUpGuard(origins, rule);
  const inputs = rule.given.map((key) =>
    ofRole(rule, composed, key, {
      of: key,
      at: pointerOf(key),
      required: true,
      sources: [...suppliedBy(origins.sourcesOf(key)), { from: 'form' as const }],
    }),
  );
  const outputs = rule.gives.map(({ key }) => ofRole(rule, composed, key, { of: key, at: pointerOf(key) }));
  return {
    id: rule.step,
    kind: 'registry',
    ...omitUndefined({ title: rule.registry.title }),
    registry: rule.registry.id,
    ...omitUndefined({
      local: rule.registry.local,
      options: rule.registry.options,
      consent: rule.consent,
      fresh: rule.registry.fresh,
      authority: rule.registry.authority,
      each: each === undefined ? undefined : pointer(each),
      item: itemOf === undefined ? undefined : { role: itemOf.role, key: itemOf.key },
    }),
    ...whenOf(when),
    after: dependencies.get(rule.step) ?? [],
    in: mapOf(inputs, inputOfAll),
    out: mapOf(outputs, outputOfAll),
    input: keyedSchema(composed, rule, rule.given, true),
    output: keyedSchema(
      composed,
      rule,
      rule.gives.map(({ key }) => key),
      false,
    ),
    onReject: 'stop-dependants',
  };
}

/** A registry is asked and answers in terms of the role; whoever takes several roles is given every item of them. */
function ofRole<T>(rule: Rule, { bound }: ComposedBundle, key: string, binding: T): [string, ItemBinding<T>] {
  const item = rule.role === undefined ? bound.roles.get(roleOfKey(key))?.itemOf : undefined;
  return [keyOfAll(key), { item, binding }];
}

/** By name, what is bound to it. */
function mapOf<T>(
  entries: readonly [string, ItemBinding<T>][],
  merge: (list: readonly ItemBinding<T>[]) => T,
): Record<string, T> {
  const lists = groupBy(entries, ([name]) => name);
  return fromEntries(
    [...lists].map(([name, list]): [string, T] => [name, merge(list.map(([, one]) => one))]),
  );
}

/** An object keyed by field: registries answer flat. Of every item of a role, it is a list. */
function keyedSchema(
  composed: ComposedBundle,
  rule: Rule,
  keys: readonly string[],
  required: boolean,
): JsonSchema {
  const properties: JsonObject = {};
  for (const key of [...keys].sort()) {
    const { kind, role, name } = keyParts(key);
    const schema = kind === 'material' ? true : elementSchemaOf(composed.bound, 'field', role, name);
    const { many, itemOf } = composed.bound.roles.get(role) ?? {};
    const isEvery = rule.role === undefined && (many !== undefined || itemOf !== undefined);
    properties[keyOfAll(key)] = isEvery ? { type: 'array', items: schema } : schema;
  }
  return selfContained({
    type: 'object',
    properties,
    ...(required ? { required: [...new Set(keys.map(keyOfAll))].sort() } : {}),
    additionalProperties: false,
  });
}

/** A later form: what rests on what another step yields is asked when that step has ended. */
function askStep({ composed, dependencies }: StepContext, part: FormPart, id: string): PlanStep {
  const asked: Predicate = any(
    ...part.needs.map((need) => need.asked),
    ...part.choices.map(({ guard }) => guard),
    ...part.questions.map((question) => question.asked),
  );
  return {
    id,
    kind: 'ask',
    ...whenOf(seenWithin(composed.bound, asked, undefined)),
    after: dependencies.get(id) ?? [],
    in: {},
    out: Object.fromEntries(askedOutputs(composed, part)),
    input: true,
    output: true,
    form: composed.forms.get(part)!,
    content: composed.contents.get(part)!,
    onReject: 'stop-dependants',
  };
}

/** What a form asks, by place, and when. */
export function asksOf(composed: ComposedBundle, part: FormPart): Record<string, Predicate> {
  return fromEntries(askedOutputs(composed, part).map(([, { at, when }]) => [at, when ?? true]));
}

function askedOutputs(composed: ComposedBundle, part: FormPart): [string, OutputBinding][] {
  const outputs = new Map<string, OutputBinding>();
  for (const { leaf, asked } of part.needs) {
    const at = dataPointer(composed.bound, leaf.kind, leaf.role, leaf.name);
    const present = outputs.get(leaf.key);
    const when = any(asked, present === undefined ? false : (present.when ?? true));
    outputs.set(leaf.key, { of: leaf.key, at, ...whenOf(when) });
  }
  for (const { field, asked } of part.questions) {
    if (asked === false) continue;
    const { role, name } = keyParts(field);
    const present = outputs.get(field);
    const when = any(asked, present === undefined ? false : (present.when ?? true));
    outputs.set(field, { of: field, at: dataPointer(composed.bound, 'field', role, name), ...whenOf(when) });
  }
  return [...outputs].sort(([a], [b]) => (a < b ? -1 : 1));
}
