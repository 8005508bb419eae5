import { compareCodeUnits, omitUndefined } from '../../base/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import { choiceKey, fieldKey, fieldParts } from '../../model/index.js';
import type {
  Block,
  BlockUse,
  Bundle,
  BundleRole,
  BundleUse,
  Condition,
  Places,
  Predicate,
  Use,
} from '../../model/index.js';
import { all, not, some, test } from '../../predicate/index.js';
import type {
  Alternative,
  BoundCondition,
  BoundEligibility,
  BoundOneOf,
  BoundRole,
  OfferedChoice,
} from './bound.js';
import { below, bindCondition } from './condition.js';
import type { ConditionScope } from './condition.js';
import { inWrittenOrder } from './written-order.js';
import { listOf } from '../../messages/index.js';

/** A block that the bundle uses, before its inputs are bound. */
export interface SelectedUse {
  name: string;
  block: Entry<Block>;
  with: Record<string, string>;
  each?: string;
  guard: Predicate;
  choice: boolean;
  /** Who does what, where the use says so itself. */
  places?: Places;
  scope: ConditionScope;
  alternativeOf?: Alternative;
  at: SourceRef;
  /** Role of the bundle that the use stands in -> role of the outermost bundle. */
  outer: (role: string) => BoundRole | undefined;
}

/** The blocks of a bundle, with nested bundles laid flat. */
export interface Selection {
  entry: Entry<Bundle>;
  roles: Map<string, BoundRole>;
  uses: SelectedUse[];
  known: Map<string, SourceRef>;
  registries: string[];
  eligibility: BoundEligibility[];
  oneOfs: BoundOneOf[];
  conditions: BoundCondition[];
  choices: Map<string, OfferedChoice>;
  diagnostics: Diagnostic[];
}

/** First station: which blocks there are, and under which condition each. */
export function selectUses(catalogue: LoadedCatalogue, entry: Entry<Bundle>): Selection {
  const selection: Selection = {
    entry,
    roles: new Map(),
    uses: [],
    known: new Map(),
    registries: [],
    eligibility: [],
    oneOfs: [],
    conditions: [],
    choices: new Map(),
    diagnostics: [],
  };
  declareRoles(catalogue, selection);
  const outer = (role: string) => selection.roles.get(role);
  visitBundle(catalogue, selection, { entry, outer, guard: true, prefix: '', chain: [entry.document.id] });
  selection.uses.sort((a, b) => compareCodeUnits(a.name, b.name));
  return selection;
}

function declareRoles(catalogue: LoadedCatalogue, selection: Selection): void {
  const { document, file } = selection.entry;
  const declared = inWrittenOrder(catalogue, document.roles, { file, pointer: '/roles' }).map(
    (name) => [name, document.roles[name]!] as const,
  );
  for (const [order, [name, role]] of declared.entries()) {
    const { type, title, many, key }: BundleRole = typeof role === 'string' ? { type: role } : role;
    const subject = catalogue.subjects.get(type);
    selection.roles.set(name, {
      name,
      type,
      ...omitUndefined({ title, key }),
      ...(many === undefined ? {} : { many: { min: many.min ?? 1, max: many.max ?? 1000 } }),
      guard: true,
      subject: subject?.document,
      elements: inWrittenOrder(catalogue, subject?.document.elements ?? {}, {
        file: subject?.file ?? file,
        pointer: '/elements',
      }),
      subjectFile: subject?.file ?? file,
      order,
    });
  }
  const scope: ConditionScope = {
    roleOf: (name) => selection.roles.get(name),
    report: (diagnostic) => selection.diagnostics.push(diagnostic),
    note: (condition) => selection.conditions.push(condition),
  };
  for (const [name, role] of declared) {
    if (typeof role === 'string' || role.when === undefined) continue;
    const at = { file, pointer: '' };
    selection.roles.get(name)!.guard = bindCondition(role.when, scope, below(at, 'roles', name, 'when'));
  }
}

interface Visit {
  entry: Entry<Bundle>;
  outer: (role: string) => BoundRole | undefined;
  guard: Predicate;
  prefix: string;
  each?: string;
  alternativeOf?: Alternative;
  chain: readonly string[];
}

function visitBundle(catalogue: LoadedCatalogue, selection: Selection, visit: Visit): void {
  const { document, file } = visit.entry;
  const scope = scopeOf(selection, visit);
  for (const [index, field] of (document.known ?? []).entries()) {
    const { role: named, element } = fieldParts(field);
    const role = visit.outer(named);
    if (role !== undefined) {
      selection.known.set(fieldKey(role.name, element), { file, pointer: `/known/${index}` });
    }
  }
  for (const registry of document.registries ?? []) {
    if (!selection.registries.includes(registry)) selection.registries.push(registry);
  }
  for (const [index, rule] of (document.eligibility ?? []).entries()) {
    const at: SourceRef = { file, pointer: `/eligibility/${index}` };
    const require = bindCondition(rule.require, scope, below(at, 'require'));
    selection.eligibility.push({ require, rule, at });
  }
  for (const [index, use] of document.uses.entries()) {
    visitUse(catalogue, selection, visit, use, { file, pointer: `/uses/${index}` });
  }
}

function scopeOf(selection: Selection, visit: Visit, each = visit.each): ConditionScope {
  return {
    roleOf: visit.outer,
    each,
    report: (diagnostic) => selection.diagnostics.push(diagnostic),
    note: (condition) => selection.conditions.push(condition),
  };
}

function visitUse(
  catalogue: LoadedCatalogue,
  selection: Selection,
  visit: Visit,
  use: Use,
  at: SourceRef,
): void {
  if (!('oneOf' in use)) {
    visitSingle(catalogue, selection, visit, use, at, guardOf(selection, visit, use, at));
    return;
  }
  const guards = use.oneOf.map((alternative, index) =>
    alternative.when === undefined
      ? undefined
      : guardOf(selection, visit, alternative, below(at, 'oneOf', index)),
  );
  // An alternative without a condition of its own holds where none of the others does.
  const otherwise = all(...guards.filter((guard) => guard !== undefined).map(not));
  selection.oneOfs.push({
    at,
    within: visit.guard,
    alternatives: use.oneOf.map((alternative, index) => ({
      name: alternative.as ?? ('block' in alternative ? alternative.block : alternative.bundle),
      guard: guards[index] ?? otherwise,
      at: below(at, 'oneOf', index),
    })),
  });
  for (const [index, alternative] of use.oneOf.entries()) {
    const place = below(at, 'oneOf', index);
    const inside = { ...visit, alternativeOf: { group: `${at.file}${at.pointer}`, index } };
    visitSingle(catalogue, selection, inside, alternative, place, guards[index] ?? otherwise);
  }
}

function guardOf(
  selection: Selection,
  visit: Visit,
  use: { when?: Condition; each?: string },
  at: SourceRef,
): Predicate {
  const each = use.each === undefined ? visit.each : visit.outer(use.each)?.name;
  return bindCondition(use.when, scopeOf(selection, visit, each), below(at, 'when'));
}

function visitSingle(
  catalogue: LoadedCatalogue,
  selection: Selection,
  visit: Visit,
  use: BlockUse | BundleUse,
  at: SourceRef,
  condition: Predicate,
): void {
  const name = visit.prefix + (use.as ?? ('block' in use ? use.block : use.bundle));
  const chosen = use.choice === true ? test(choiceKey(name), { const: true }) : true;
  const guard = all(visit.guard, condition, chosen);
  const used = 'block' in use ? catalogue.blocks.get(use.block) : catalogue.bundles.get(use.bundle);
  if (use.choice === true)
    selection.choices.set(name, { ...omitUndefined({ title: used?.document.title }), at });
  const each = use.each === undefined ? visit.each : visit.outer(use.each)?.name;
  if ('block' in use) {
    const block = catalogue.blocks.get(use.block);
    if (block === undefined) return;
    selection.uses.push({
      name,
      block,
      with: use.with ?? {},
      ...omitUndefined({ each }),
      guard: all(guard, itemOf(selection, each)),
      choice: use.choice ?? false,
      ...omitUndefined({ places: use.places }),
      scope: scopeOf(selection, visit, each),
      ...omitUndefined({ alternativeOf: visit.alternativeOf }),
      at,
      outer: visit.outer,
    });
    return;
  }
  visitNested(catalogue, selection, visit, use, at, { guard, ...omitUndefined({ each }) });
}

/** A step that is done for each item takes place where there is one. */
function itemOf(selection: Selection, each: string | undefined): Predicate {
  const many = each === undefined ? undefined : selection.roles.get(each)?.many;
  return many?.min === 0 ? some(each!, true) : true;
}

function visitNested(
  catalogue: LoadedCatalogue,
  selection: Selection,
  visit: Visit,
  use: BundleUse,
  at: SourceRef,
  inherited: { guard: Predicate; each?: string },
): void {
  const nested = catalogue.bundles.get(use.bundle);
  if (nested === undefined) return;
  const chain = [...visit.chain, use.bundle];
  if (visit.chain.includes(use.bundle)) {
    selection.diagnostics.push(
      createDiagnostic('compose/bundle-cycle', { chain: listOf(chain, 'then') }, below(at, 'bundle')),
    );
    return;
  }
  const inner = innerRoles(selection, visit, use, nested, at, inherited.each);
  visitBundle(catalogue, selection, {
    entry: nested,
    outer: (role) => inner.get(role),
    guard: inherited.guard,
    prefix: use.as === undefined ? visit.prefix : `${visit.prefix}${use.as}-`,
    ...omitUndefined({ each: inherited.each, alternativeOf: visit.alternativeOf }),
    chain,
  });
}

/** The roles of a nested bundle, as roles of the outermost one; a role's own condition narrows it further. */
function innerRoles(
  selection: Selection,
  visit: Visit,
  use: BundleUse,
  nested: Entry<Bundle>,
  at: SourceRef,
  each: string | undefined,
): Map<string, BoundRole> {
  const inner = new Map<string, BoundRole>();
  for (const [role, declared] of Object.entries(nested.document.roles)) {
    const wanted = typeof declared === 'string' ? declared : declared.type;
    const bound = visit.outer(use.with?.[role] ?? role);
    if (bound === undefined) {
      const args = { role, used: use.bundle };
      selection.diagnostics.push(createDiagnostic('compose/role-missing', args, at));
    } else if (bound.type !== wanted) {
      const args = { role, used: use.bundle, wanted, bound: bound.name, type: bound.type };
      selection.diagnostics.push(createDiagnostic('compose/role-type', args, at));
    } else {
      inner.set(role, bound);
    }
  }
  const scope: ConditionScope = {
    roleOf: (name) => inner.get(name),
    each,
    report: (diagnostic) => selection.diagnostics.push(diagnostic),
    note: (condition) => selection.conditions.push(condition),
  };
  for (const [role, declared] of Object.entries(nested.document.roles)) {
    const bound = inner.get(role);
    if (bound === undefined || typeof declared === 'string' || declared.when === undefined) continue;
    const place = { file: nested.file, pointer: '' };
    const guard = bindCondition(declared.when, scope, below(place, 'roles', role, 'when'));
    inner.set(role, { ...bound, guard: all(bound.guard, guard) });
  }
  return inner;
}
