import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { canonicalJson, isObject } from '../../base/index.js';
import { ALL_TYPES, typesOf, type TypeSet } from '../keywords/type-set.js';
import { isSchema } from '../document/is-schema.js';
import type { Folding } from './folding.js';

/** What became of a schema whose branches were folded. */
export interface Branches {
  /** The schema with folded branches; the same object where nothing changed; false where no branch is left. */
  schema: JsonSchema;
  /** Branches that apply in every case now, and can stand beside the rest of the schema. */
  certain: JsonSchema[];
}

/**
 * Folds the schemas inside `anyOf`, `oneOf`, `not`, `if` and `contains`, each by itself, and takes out what cannot be:
 * a branch that nothing fits, a condition whose outcome is certain. All of it exact: which instances are valid does not
 * change, nor which annotations a valid one collects. Nothing is searched for here; a branch is dropped only where
 * folding it shows that it is empty, or where its type is none of those that the place has.
 *
 * @param types the types that the place has
 */
export function foldBranches(folding: Folding, schema: JsonObject, types: TypeSet): Branches {
  const result: JsonObject = { ...schema };
  const certain: JsonSchema[] = [];
  if (Array.isArray(schema.anyOf) && !foldList(folding, result, 'anyOf', types, certain)) return DEAD;
  if (Array.isArray(schema.oneOf) && !foldList(folding, result, 'oneOf', types, certain)) return DEAD;
  if (isSchema(schema.not)) {
    const denied = branch(folding, schema.not, types);
    if (denied === true) return DEAD;
    if (denied === false) delete result.not;
    else result.not = denied;
  }
  if (isSchema(schema.contains)) result.contains = folding.branch(schema.contains);
  if (isSchema(schema.if)) foldCondition(folding, result, types, certain);
  const changed = Object.keys(schema).some((keyword) => result[keyword] !== schema[keyword]);
  return { schema: changed ? result : schema, certain };
}

const DEAD: Branches = { schema: false, certain: [] };

/** @returns false where no branch is left */
function foldList(
  folding: Folding,
  result: JsonObject,
  keyword: 'anyOf' | 'oneOf',
  types: TypeSet,
  certain: JsonSchema[],
): boolean {
  const before = result[keyword] as JsonSchema[];
  const folded = before.map((member) => branch(folding, member, types));
  const alive = folded.filter((member) => member !== false);
  if (alive.length === 0) return false;
  if (alive.length === 1) {
    delete result[keyword];
    certain.push(alive[0]!);
    return true;
  }
  const values = listed(alive);
  if (values && (keyword === 'anyOf' || values.length === alive.length)) {
    delete result[keyword];
    certain.push({ enum: values });
    return true;
  }
  const changed = alive.length < before.length || alive.some((member, at) => member !== before[at]);
  if (changed) result[keyword] = alive;
  return true;
}

/** The values of branches that are nothing but a value each, without repetition. */
function listed(members: readonly JsonSchema[]): JsonValue[] | undefined {
  const values = new Map<string, JsonValue>();
  for (const member of members) {
    if (!isObject(member) || Object.keys(member).length > 1 || member.const === undefined) return undefined;
    values.set(canonicalJson(member.const), member.const);
  }
  return [...values.values()];
}

function foldCondition(folding: Folding, result: JsonObject, types: TypeSet, certain: JsonSchema[]): void {
  const condition = branch(folding, result.if as JsonSchema, types);
  const outcome = (keyword: 'then' | 'else'): JsonSchema =>
    isSchema(result[keyword]) ? branch(folding, result[keyword], types) : true;
  if (typeof condition === 'boolean') {
    certain.push(condition ? outcome('then') : outcome('else'));
    delete result.if;
    delete result.then;
    delete result.else;
    return;
  }
  result.if = condition;
  for (const keyword of ['then', 'else'] as const) {
    if (isSchema(result[keyword])) result[keyword] = outcome(keyword);
  }
}

/** A branch by itself; `false` where it can hold for none of the types. */
function branch(folding: Folding, schema: JsonSchema, types: TypeSet): JsonSchema {
  const folded = folding.branch(schema);
  if (isObject(folded) && types !== ALL_TYPES && (typesOf(folded.type) & types) === 0) return false;
  return folded;
}

const BRANCHING = ['anyOf', 'oneOf', 'not', 'if', 'contains'];

/** Does the schema hold branches? */
export function hasBranches(schema: JsonSchema): schema is JsonObject {
  return isObject(schema) && BRANCHING.some((keyword) => Object.hasOwn(schema, keyword));
}
