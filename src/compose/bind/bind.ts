import { byKey, canonicalJson, omitUndefined } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import {
  commitmentIn,
  fieldKey,
  fieldParts,
  isFieldInput,
  isMaterialInput,
  materialKey,
  wayName,
} from '../../model/index.js';
import type { Accept, Input, OrderWish, Output, Prerequisite } from '../../model/index.js';
import { all, any, not } from '../../predicate/index.js';
import { portableSchema } from '../../schema/index.js';
import type { BoundAct } from './bound-act.js';
import { bindFacts } from './bind-facts.js';
import { bindActs, nameFollowers } from './acts.js';
import type {
  BoundBundle,
  BoundCondition,
  BoundOutput,
  BoundRole,
  BoundUse,
  BoundWait,
  Demand,
  LeafDemand,
} from './bound.js';
import { nameChecks } from './checks-of.js';
import { below, bindCondition } from './condition.js';
import type { ConditionScope } from './condition.js';
import type { SelectedUse, Selection } from './select.js';
import { tell } from '../messages.js';

const defaultAccept: Accept[] = ['registry', 'upload'];

/** Second station: every input, output and condition in terms of the bundle's own roles. */
export function bindUses(catalogue: LoadedCatalogue, selection: Selection): BoundBundle {
  const report = (diagnostic: Diagnostic) => selection.diagnostics.push(diagnostic);
  const note = (condition: BoundCondition) => selection.conditions.push(condition);
  const byName = new Map<string, BoundUse>();
  for (const selected of selection.uses) {
    const bound = bindUse(catalogue, selected, report, note);
    const present = byName.get(bound.name);
    if (present === undefined) byName.set(bound.name, bound);
    else if (isSameUse(present, bound)) byName.set(bound.name, merged(present, bound));
    else {
      const related = [{ at: present.at[0]!, ...tell('use.first') }];
      report(createDiagnostic('compose/duplicate-use', { use: bound.name }, selected.at, { related }));
    }
  }
  return {
    bundle: selection.entry.document,
    file: selection.entry.file,
    roles: selection.roles,
    uses: nameFollowers([...byName.values()].sort(byKey((use) => use.name)), registrySteps(selection)),
    known: selection.known,
    registries: [...selection.registries].sort(),
    fileRules: new Map(
      [...catalogue.materials].flatMap(([id, { document }]) =>
        document.files === undefined ? [] : [[id, document.files]],
      ),
    ),
    eligibility: selection.eligibility,
    oneOfs: selection.oneOfs,
    conditions: selection.conditions,
    choices: selection.choices,
  };
}

/** The names that look-ups may take in the plan. */
function registrySteps({ registries, roles }: Selection): Set<string> {
  return new Set(registries.flatMap((id) => [id, ...[...roles.keys()].map((role) => `${id}-${role}`)]));
}

/** The same block, bound alike, is one step: composing is idempotent. */
function isSameUse(a: BoundUse, b: BoundUse): boolean {
  if (a.block.id !== b.block.id || a.each !== b.each || a.roles.size !== b.roles.size) return false;
  // Two uses at one place are the two branches of one author's list; only nested bundles repeat a use unknowingly.
  if (a.at.some((place) => place.file === b.at[0]!.file)) return false;
  if (!isSamePlaces(a.acts, b.acts)) return false;
  return [...a.roles].every(([role, bound]) => b.roles.get(role) === bound);
}

function isSamePlaces(a: readonly BoundAct[], b: readonly BoundAct[]): boolean {
  const stated = (acts: readonly BoundAct[]) => canonicalJson(acts.map(({ ref: _, ...act }) => act));
  return a.length === b.length && stated(a) === stated(b);
}

function merged(a: BoundUse, b: BoundUse): BoundUse {
  const guard = any(a.guard, b.guard);
  return {
    ...a,
    guard,
    choice: a.choice && b.choice,
    at: [...a.at, ...b.at].sort(byKey((at) => at.file + at.pointer)),
  };
}

function bindUse(
  catalogue: LoadedCatalogue,
  selected: SelectedUse,
  report: (d: Diagnostic) => void,
  note: (condition: BoundCondition) => void,
): BoundUse {
  const { document: block, file } = selected.block;
  const roles = bindRoles(selected, report);
  const scope: ConditionScope = { roleOf: (name) => roles.get(name), each: selected.each, report, note };
  const context: Context = { catalogue, selected, scope, file, block: selected.name };
  return {
    name: selected.name,
    block,
    file,
    roles: new Map([...roles].map(([role, bound]) => [role, bound.name])),
    ...omitUndefined({ each: selected.each }),
    guard: selected.guard,
    choice: selected.choice,
    ...omitUndefined({ alternativeOf: selected.alternativeOf }),
    at: [selected.at],
    demands: nameChecks(bindInputs(context, block.inputs ?? [], { file, pointer: '/inputs' }), selected.name),
    outputs: (block.outputs ?? []).flatMap((output, index) =>
      bindOutput(context, output, { file, pointer: `/outputs/${index}` }),
    ),
    waits: bindWaits(context),
    ...bindFacts(block, scope, file),
    acts: actsOf(selected, scope, file),
    eligibility: (block.eligibility ?? []).map((rule, index) => {
      const at: SourceRef = { file, pointer: `/eligibility/${index}` };
      return { require: bindCondition(rule.require, scope, below(at, 'require')), rule, at };
    }),
  };
}

/** What a use says of places stands in the words of its bundle, and takes the place of what the block says. */
function actsOf(selected: SelectedUse, scope: ConditionScope, file: string): BoundAct[] {
  const { name, places, at, block } = selected;
  if (places !== undefined) return bindActs(places, name, selected.scope, below(at, 'places'));
  return bindActs(block.document.places, name, scope, { file, pointer: '/places' });
}

interface Context {
  catalogue: LoadedCatalogue;
  selected: SelectedUse;
  scope: ConditionScope;
  file: string;
  block: string;
}

function bindRoles(selected: SelectedUse, report: (d: Diagnostic) => void): Map<string, BoundRole> {
  const bound = new Map<string, BoundRole>();
  const used = selected.block.document.id;
  for (const [role, declared] of Object.entries(selected.block.document.roles)) {
    const { type: wanted, many = false } = typeof declared === 'string' ? { type: declared } : declared;
    const target = selected.outer(selected.with[role] ?? role);
    if (target === undefined) {
      report(createDiagnostic('compose/role-missing', { role, used }, selected.at));
    } else if (target.type !== wanted) {
      const args = { role, used, wanted, bound: target.name, type: target.type };
      report(createDiagnostic('compose/role-type', args, selected.at));
    } else {
      const args = { use: selected.name, role, bound: target.name };
      const single = target.many === undefined || selected.each === target.name;
      if (!many && !single) report(createDiagnostic('compose/each-missing', args, selected.at));
      if (many && single) report(createDiagnostic('compose/many-missing', args, selected.at));
      bound.set(role, target);
    }
  }
  if (selected.each !== undefined && selected.outer(selected.each)?.many === undefined) {
    const args = { use: selected.name, role: selected.each };
    report(createDiagnostic('compose/each-not-many', args, selected.at));
  }
  return bound;
}

function bindWaits({ selected, scope, file }: Context): BoundWait[] {
  const { prerequisites = [], after = [], before = [] } = selected.block.document;
  const bind = (kind: BoundWait['kind'], wish: Prerequisite | OrderWish, index: number): BoundWait => {
    const key = kind === 'prerequisite' ? 'prerequisites' : kind;
    const at: SourceRef = { file, pointer: `/${key}/${index}` };
    if (typeof wish === 'string') return { kind, block: wish, when: true, at };
    return {
      kind,
      block: wish.block,
      when: bindCondition(wish.when, scope, below(at, 'when')),
      ...omitUndefined({ text: wish.because }),
      ...('basis' in wish && wish.basis !== undefined ? { basis: wish.basis } : {}),
      at,
    };
  };
  return [
    ...prerequisites.map((wish, index) => bind('prerequisite', wish, index)),
    ...after.map((wish, index) => bind('after', wish, index)),
    ...before.map((wish, index) => bind('before', wish, index)),
  ];
}

function bindInputs(context: Context, inputs: readonly Input[], at: SourceRef): Demand[] {
  return inputs.flatMap((input, index) => bindInput(context, input, below(at, index)));
}

function bindInput(context: Context, input: Input, at: SourceRef): Demand[] {
  const { scope } = context;
  const condition = bindCondition(input.when, scope, below(at, 'when'));
  const optional = input.optional ?? false;
  if (isFieldInput(input)) {
    const { role, element } = fieldParts(input.field);
    const bound = scope.roleOf(role);
    if (bound === undefined) return [];
    const guard = all(bound.guard, condition);
    const key = fieldKey(bound.name, element);
    const names = { key, blockKey: input.field, role: bound.name, name: element };
    return [{ kind: 'field', ...names, guard, optional, at, input, accept: [] }];
  }
  if (isMaterialInput(input)) {
    const bound = scope.roleOf(input.of);
    if (bound === undefined) return [];
    const guard = all(bound.guard, condition);
    const key = materialKey(input.material, bound.name);
    const accept =
      input.accept ?? context.catalogue.materials.get(input.material)?.document.accept ?? defaultAccept;
    const names = {
      key,
      blockKey: materialKey(input.material, input.of),
      role: bound.name,
      name: input.material,
    };
    return unlessExcepted({ kind: 'material', ...names, guard, optional, at, input, accept }, scope);
  }
  const groups = input.anyOf.map((group, index) => bindInputs(context, group, below(at, 'anyOf', index)));
  return [{ kind: 'choice', id: `${context.block}:${at.pointer}`, guard: condition, optional, at, groups }];
}

/** Who may not use a commitment gives the material in one of the other ways: the same input, under the two conditions. */
function unlessExcepted(leaf: LeafDemand, scope: ConditionScope): LeafDemand[] {
  const { except } = commitmentIn(leaf.accept) ?? {};
  if (except === undefined) return [leaf];
  const isCommitment = (way: Accept) => wayName(way) === 'commitment';
  const own = 'accept' in leaf.input && leaf.input.accept !== undefined;
  const place = below(leaf.at, 'accept', leaf.accept.findIndex(isCommitment), 'commitment', 'except');
  const at = own ? place : leaf.at;
  const excepted = bindCondition(except, scope, at);
  const others = leaf.accept.filter((way) => !isCommitment(way));
  return [
    { ...leaf, guard: all(leaf.guard, not(excepted)) },
    { ...leaf, guard: all(leaf.guard, excepted), accept: others, at },
  ];
}

function bindOutput(context: Context, output: Output, at: SourceRef): BoundOutput[] {
  const { scope } = context;
  const condition = bindCondition(output.when, scope, below(at, 'when'));
  const blockRole = 'field' in output ? fieldParts(output.field).role : output.of;
  const bound = scope.roleOf(blockRole);
  if (bound === undefined) return [];
  const guard = all(bound.guard, condition);
  if ('field' in output) {
    const { element } = fieldParts(output.field);
    const names = {
      key: fieldKey(bound.name, element),
      blockKey: output.field,
      role: bound.name,
      name: element,
    };
    return [
      {
        kind: 'field',
        ...names,
        guard,
        at,
        ...(output.schema === undefined ? {} : { schema: portableSchema(output.schema, element) }),
      },
    ];
  }
  const names = {
    key: materialKey(output.material, bound.name),
    blockKey: materialKey(output.material, output.of),
    role: bound.name,
    name: output.material,
  };
  return [{ kind: 'material', ...names, guard, at }];
}
