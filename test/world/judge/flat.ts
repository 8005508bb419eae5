import type {
  Block,
  BlockUse,
  Bundle,
  BundleUse,
  Condition,
  Eligibility,
  Use,
} from '../../../src/model/index.js';
import type { Documents } from './documents.js';

/** A role as a name means it in some bundle or block: the role of the whole bundle, and when it takes part. */
export interface RoleRef {
  name: string;
  type: string;
  many: boolean;
  /** What must hold for it to take part. */
  guards: readonly Clause[];
}

export type Scope = ReadonlyMap<string, RoleRef>;

/** Something that must hold. */
export type Clause =
  | { kind: 'condition'; condition: Condition; scope: Scope; each: string | undefined }
  /** None of these holds. */
  | { kind: 'none'; of: readonly (readonly Clause[])[] }
  | { kind: 'choice'; name: string };

/** A block in the bundle, with nested bundles laid flat. */
export interface FlatUse {
  name: string;
  block: Block;
  scope: Scope;
  each: string | undefined;
  /** One of these must hold as a whole. */
  when: readonly (readonly Clause[])[];
}

/** A bundle laid flat. */
export interface FlatBundle {
  id: string;
  roles: Scope;
  /** The least and the greatest number of items of each repeated role. */
  many: ReadonlyMap<string, { min: number; max: number }>;
  uses: readonly FlatUse[];
  /** Fields that signing in tells. */
  known: ReadonlySet<string>;
  registries: readonly string[];
  eligibility: readonly { rule: Eligibility; scope: Scope; each: string | undefined }[];
  choices: ReadonlySet<string>;
  /** Elements that some condition tests, by role of the bundle. */
  tested: readonly { role: string; element: string }[];
}

interface Visit {
  bundle: Bundle;
  scope: Scope;
  each: string | undefined;
  prefix: string;
  guard: readonly Clause[];
}

interface Gathered {
  uses: FlatUse[];
  known: Set<string>;
  registries: Set<string>;
  eligibility: { rule: Eligibility; scope: Scope; each: string | undefined }[];
  choices: Set<string>;
}

/** Lays a bundle flat. */
export function flatten(documents: Documents, id: string): FlatBundle {
  const bundle = documents.bundle.get(id)!;
  const many = new Map<string, { min: number; max: number }>();
  const bare = new Map<string, RoleRef>();
  for (const [name, role] of Object.entries(bundle.roles)) {
    const declared = typeof role === 'string' ? { type: role } : role;
    if (declared.many !== undefined)
      many.set(name, { min: declared.many.min ?? 1, max: declared.many.max ?? 1000 });
    bare.set(name, { name, type: declared.type, many: declared.many !== undefined, guards: [] });
  }
  const roles = withGuards(bare, bundle, bare, undefined);
  const gathered: Gathered = {
    uses: [],
    known: new Set(),
    registries: new Set(),
    eligibility: [],
    choices: new Set(),
  };
  visit(documents, gathered, { bundle, scope: roles, each: undefined, prefix: '', guard: [] });
  return {
    id,
    roles,
    many,
    ...gathered,
    registries: [...gathered.registries],
    tested: testedIn(roles, gathered),
  };
}

function testedIn(roles: Scope, { uses, eligibility }: Gathered): FlatBundle['tested'] {
  const fields = new Map<string, { role: string; element: string }>();
  const add = (condition: Condition, scope: Scope): void => {
    for (const map of Array.isArray(condition) ? condition : [condition]) {
      for (const [key, value] of Object.entries(map)) {
        const names = key === 'some' || key === 'every' ? Object.keys(value as object) : [key];
        for (const name of names) {
          const [role, element] = partsOf(name);
          const ref = scope.get(role);
          if (ref !== undefined) fields.set([ref.name, element].join('.'), { role: ref.name, element });
        }
      }
    }
  };
  const addClauses = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      if (clause.kind === 'condition') add(clause.condition, clause.scope);
      else if (clause.kind === 'none') clause.of.forEach(addClauses);
    }
  };
  for (const { guards } of roles.values()) addClauses(guards);
  for (const { rule, scope } of eligibility) add(rule.require, scope);
  for (const { when, block, scope } of uses) {
    when.forEach(addClauses);
    for (const condition of conditionsIn(block)) add(condition, scope);
  }
  return [...fields.values()];
}

function conditionsIn(node: unknown): Condition[] {
  if (Array.isArray(node)) return node.flatMap(conditionsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'when' || key === 'require' || key === 'except' ? [value as Condition] : conditionsIn(value),
  );
}

/** The roles with the conditions under which the bundle says that they take part. */
function withGuards(scope: Scope, bundle: Bundle, words: Scope, each: string | undefined): Scope {
  const result = new Map(scope);
  for (const [name, role] of Object.entries(bundle.roles)) {
    const ref = scope.get(name);
    if (ref === undefined || typeof role === 'string' || role.when === undefined) continue;
    const clause: Clause = { kind: 'condition', condition: role.when, scope: words, each };
    result.set(name, { ...ref, guards: [...ref.guards, clause] });
  }
  return result;
}

function visit(documents: Documents, gathered: Gathered, at: Visit): void {
  const { bundle, scope, each } = at;
  for (const field of bundle.known ?? []) {
    const [role = '', element = ''] = partsOf(field);
    const ref = scope.get(role);
    if (ref !== undefined) gathered.known.add([ref.name, element].join('.'));
  }
  for (const registry of bundle.registries ?? []) gathered.registries.add(registry);
  for (const rule of bundle.eligibility ?? []) gathered.eligibility.push({ rule, scope, each });
  for (const use of bundle.uses) visitUse(documents, gathered, at, use);
}

function visitUse(documents: Documents, gathered: Gathered, at: Visit, use: Use): void {
  if (!('oneOf' in use)) {
    visitSingle(documents, gathered, at, use, clausesOf(at, use));
    return;
  }
  const stated = use.oneOf.filter((one) => one.when !== undefined).map((one) => clausesOf(at, one));
  for (const one of use.oneOf) {
    const clauses: readonly Clause[] =
      one.when === undefined ? [{ kind: 'none', of: stated }] : clausesOf(at, one);
    visitSingle(documents, gathered, at, one, clauses);
  }
}

function eachOf(at: Visit, use: { each?: string }): string | undefined {
  return use.each === undefined ? at.each : at.scope.get(use.each)?.name;
}

function clausesOf(at: Visit, use: BlockUse | BundleUse): readonly Clause[] {
  if (use.when === undefined) return [];
  return [{ kind: 'condition', condition: use.when, scope: at.scope, each: eachOf(at, use) }];
}

function visitSingle(
  documents: Documents,
  gathered: Gathered,
  at: Visit,
  use: BlockUse | BundleUse,
  clauses: readonly Clause[],
): void {
  const name = at.prefix + (use.as ?? ('block' in use ? use.block : use.bundle));
  const each = eachOf(at, use);
  if (use.choice === true) gathered.choices.add(name);
  const choice: Clause[] = use.choice === true ? [{ kind: 'choice', name }] : [];
  const guard = [...at.guard, ...clauses, ...choice];
  if ('block' in use) {
    const block = documents.block.get(use.block)!;
    const scope = scopeWithin(at.scope, block.roles, use.with);
    addUse(gathered, { name, block, scope, each, when: [guard] });
    return;
  }
  const nested = documents.bundle.get(use.bundle)!;
  const inner = scopeWithin(at.scope, nested.roles, use.with);
  visit(documents, gathered, {
    bundle: nested,
    scope: withGuards(inner, nested, inner, each),
    each,
    prefix: use.as === undefined ? at.prefix : `${at.prefix}${use.as}-`,
    guard,
  });
}

/** The same block, bound alike, in two nested bundles is one step. */
function addUse(gathered: Gathered, use: FlatUse): void {
  const present = gathered.uses.find(({ name }) => name === use.name);
  if (present === undefined) gathered.uses.push(use);
  else gathered.uses[gathered.uses.indexOf(present)] = { ...present, when: [...present.when, ...use.when] };
}

function scopeWithin(
  outer: Scope,
  roles: Record<string, unknown>,
  bindings: Record<string, string> | undefined,
): Scope {
  const inner = new Map<string, RoleRef>();
  for (const role of Object.keys(roles)) {
    const ref = outer.get(bindings?.[role] ?? role);
    if (ref !== undefined) inner.set(role, ref);
  }
  return inner;
}

/** The role and the element of a field. */
export function partsOf(field: string): [string, string] {
  const at = field.search(/\./);
  return [field.slice(0, at), field.slice(at + 1)];
}
