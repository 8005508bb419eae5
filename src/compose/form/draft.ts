import { byKey, compareCodeUnits, fromEntries, setOwn } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import { fieldKey, itemParts, keyName } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, keyOf, test, toSchema } from '../../predicate/index.js';
import type { BoundBundle, BoundRole } from '../bind/bound.js';
import { fold } from '../bind/element.js';
import { schemaScope, splitByItem } from '../bind/scope.js';

/** One thing that a form says of one property, and when. */
export interface Statement {
  guard: Predicate;
  kind: 'field' | 'material';
  role: string;
  name: string;
  /** The property's name in the form: the element, or `material of role`. */
  property: string;
  required?: boolean;
  schema?: JsonSchema;
}

interface Property {
  schemas: JsonSchema[];
  required: boolean;
}

/** An object schema that grows. */
type Draft = Map<string, Property>;

interface HolderDraft {
  fields: Draft;
  materials: Draft;
  extra: JsonSchema[];
}

/** What is said of items of a repeated role, where they meet a condition. */
interface ItemDraft {
  /** The role, or that of the one item of which it is said. */
  role: string;
  guard: Predicate;
  draft: HolderDraft;
}

interface RootDraft {
  guard: Predicate;
  singles: Map<string, HolderDraft>;
  items: Map<string, Map<string, ItemDraft>>;
  extra: JsonSchema[];
}

/** Gathers statements and writes them as JSON Schema: what always holds plainly, the rest as if and then. */
export class FormDraft {
  private readonly roots = new Map<string, RootDraft>();

  constructor(private readonly bound: BoundBundle) {}

  /** Adds a statement about a property. */
  add(statement: Statement): void {
    if (statement.guard === false) return;
    const role = this.bound.roles.get(statement.role);
    if (role?.many === undefined && role?.itemOf === undefined) {
      this.put(this.single(this.root(statement.guard), statement.role), statement);
      return;
    }
    for (const { root, item } of splitByItem(statement.guard, role.name)) {
      this.put(this.item(this.root(root), role.name, item), statement);
    }
  }

  /** Adds a schema about the whole, or about each item of a repeated role. */
  addExtra(guard: Predicate, schema: JsonSchema, itemRole?: string): void {
    if (guard === false || schema === true) return;
    if (itemRole === undefined) {
      this.root(guard).extra.push(schema);
      return;
    }
    for (const { root, item } of splitByItem(guard, itemRole)) {
      this.item(this.root(root), itemRole, item).extra.push(schema);
    }
  }

  /** The properties as a schema; conditional parts in an order of their own. */
  toSchema(): JsonObject {
    const roots = [...this.roots.values()].sort(byKey(({ guard }) => (guard === true ? '' : keyOf(guard))));
    let base: JsonObject = { type: 'object' };
    const conditional: JsonSchema[] = [];
    for (const root of roots) {
      const body = this.bodyOf(root);
      if (root.guard === true) base = { type: 'object', ...body };
      else conditional.push({ if: toSchema(root.guard, schemaScope(this.bound)), then: body });
    }
    return withAllOf(base, conditional);
  }

  /** The schema of what is inside the items of a role, where nothing else was said. */
  itemSchema(role: string): JsonSchema {
    const groups = this.root(true).items.get(itemParts(role).name);
    return groups === undefined ? true : this.itemsOf(groups);
  }

  private root(guard: Predicate): RootDraft {
    const key = keyOf(guard);
    let root = this.roots.get(key);
    if (root === undefined) {
      root = { guard, singles: new Map(), items: new Map(), extra: [] };
      this.roots.set(key, root);
    }
    return root;
  }

  private single(root: RootDraft, role: string): HolderDraft {
    let draft = root.singles.get(role);
    if (draft === undefined) root.singles.set(role, (draft = emptyHolder()));
    return draft;
  }

  /** What is said of one item alone holds for the item with its key. */
  private item(root: RootDraft, role: string, said: Predicate): HolderDraft {
    const { name, key } = itemParts(role);
    const guard = key === undefined ? said : all(test(fieldKey(role, keyName), { const: key }), said);
    let groups = root.items.get(name);
    if (groups === undefined) root.items.set(name, (groups = new Map<string, ItemDraft>()));
    let group = groups.get(keyOf(guard));
    if (group === undefined) groups.set(keyOf(guard), (group = { role, guard, draft: emptyHolder() }));
    return group.draft;
  }

  private put(holder: HolderDraft, statement: Statement): void {
    const draft = statement.kind === 'field' ? holder.fields : holder.materials;
    let property = draft.get(statement.property);
    if (property === undefined) draft.set(statement.property, (property = { schemas: [], required: false }));
    if (statement.schema !== undefined) property.schemas.push(statement.schema);
    if (statement.required === true) property.required = true;
  }

  private bodyOf(root: RootDraft): JsonObject {
    const properties: JsonObject = {};
    const required: string[] = [];
    const materials: Draft = new Map();
    const names = [...new Set([...root.singles.keys(), ...root.items.keys()])];
    for (const name of names.sort(
      (a, b) => this.roleOrder(a) - this.roleOrder(b) || compareCodeUnits(a, b),
    )) {
      const single = root.singles.get(name);
      if (single !== undefined) {
        for (const [property, value] of single.materials) materials.set(property, value);
        if (single.fields.size > 0) {
          setOwn(properties, name, objectOf(single.fields, this.elementOrder(name)));
          if ([...single.fields.values()].some((property) => property.required)) required.push(name);
        }
      }
      const groups = root.items.get(name);
      if (groups !== undefined) setOwn(properties, name, { type: 'array', items: this.itemsOf(groups) });
    }
    if (materials.size > 0) {
      properties['materials'] = objectOf(materials);
      if ([...materials.values()].some((property) => property.required)) required.push('materials');
    }
    const body: JsonObject = {};
    if (Object.keys(properties).length > 0) body['properties'] = properties;
    if (required.length > 0) body['required'] = required.sort(compareCodeUnits);
    return withAllOf(body, root.extra);
  }

  private itemsOf(groups: ReadonlyMap<string, ItemDraft>): JsonSchema {
    const sorted = [...groups.values()].sort(byKey(({ guard }) => (guard === true ? '' : keyOf(guard))));
    let base: JsonObject = { type: 'object' };
    const conditional: JsonSchema[] = [];
    for (const { guard, draft, role } of sorted) {
      const body = this.holderBody(draft, role);
      if (guard === true) base = { type: 'object', ...body };
      else conditional.push({ if: toSchema(guard, schemaScope(this.bound, role)), then: body });
    }
    return withAllOf(base, conditional);
  }

  private holderBody(holder: HolderDraft, role: string): JsonObject {
    const body: JsonObject = {};
    const { properties, required } = objectOf(holder.fields, this.elementOrder(role)) as {
      properties?: JsonObject;
      required?: string[];
    };
    const all: JsonObject = { ...(properties ?? {}) };
    const needed = [...(required ?? [])];
    if (holder.materials.size > 0) {
      all['materials'] = objectOf(holder.materials);
      if ([...holder.materials.values()].some((property) => property.required)) needed.push('materials');
    }
    if (Object.keys(all).length > 0) body['properties'] = all;
    if (needed.length > 0) body['required'] = needed.sort(compareCodeUnits);
    return withAllOf(body, holder.extra);
  }

  private roleOrder(name: string): number {
    return this.bound.roles.get(name)?.order ?? Number.MAX_SAFE_INTEGER;
  }

  private elementOrder(name: string): readonly string[] {
    const role: BoundRole | undefined = this.bound.roles.get(name);
    return role?.elements ?? [];
  }
}

function emptyHolder(): HolderDraft {
  return { fields: new Map(), materials: new Map(), extra: [] };
}

function withAllOf(schema: JsonObject, parts: readonly JsonSchema[]): JsonObject {
  if (parts.length === 0) return schema;
  const present = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return { ...schema, allOf: [...present, ...parts] };
}

/** Properties in the author's order, what the author does not order by name. */
function objectOf(draft: Draft, order: readonly string[] = []): JsonObject {
  const place = new Map(order.map((name, index) => [name, index]));
  const placeOf = (name: string) => place.get(name) ?? Number.MAX_SAFE_INTEGER;
  const names = [...draft.keys()].sort((a, b) => placeOf(a) - placeOf(b) || compareCodeUnits(a, b));
  const required = names.filter((name) => draft.get(name)!.required).sort(compareCodeUnits);
  return {
    type: 'object',
    properties: fromEntries(names.map((name) => [name, fold(draft.get(name)!.schemas)] as const)),
    ...(required.length > 0 ? { required } : {}),
  };
}
