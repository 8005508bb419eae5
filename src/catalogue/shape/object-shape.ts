import { isObject, own, setOwn, suggest } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { createDiagnostic, suggested } from '../../diagnostics/index.js';
import type { Compile } from './compile-shape.js';
import { broken } from './issue.js';
import type { Check, Kept, ShapeContext } from './issue.js';
import { wrongType } from './plain-shapes.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';

/**
 * Properties without which the rest would say something else: a use that has lost its condition would always be done.
 * Where one of these is broken, the object goes with it.
 */
const essential = new Set(['when', 'each', 'with', 'as', 'many', 'require']);

/** The check of an object: known keys, required keys, the names of free keys. */
export function compileObject(schema: JsonObject, compile: Compile): Check {
  const properties = new Map<string, Check>();
  const stated = own(schema, 'properties');
  if (isObject(stated)) for (const [key, part] of Object.entries(stated)) properties.set(key, compile(part));
  const required = (own(schema, 'required') ?? []) as string[];
  const mandatory = new Set(required);
  const additional = own(schema, 'additionalProperties');
  const further = additional === false ? undefined : compile(additional);
  const names = own(schema, 'propertyNames');
  const nameCheck = names === undefined ? undefined : compile(names);
  const shape: ObjectShape = { properties, mandatory, further, nameCheck };

  return (value, context) => {
    if (!isObject(value)) return wrongType(value, ['object'], context);
    let kept: JsonObject | undefined;
    let lost = false;
    for (const key of Object.keys(value)) {
      const child = value[key]!;
      const result = checkProperty(shape, key, child, value, context);
      if (result !== child) kept ??= copyUntil(value, key);
      if (result === broken) lost ||= properties.has(key) && (mandatory.has(key) || essential.has(key));
      else if (kept !== undefined) setOwn(kept, key, result);
    }
    for (const key of required) {
      if (Object.hasOwn(value, key)) continue;
      lost = true;
      if (!mistyped(key, value, properties)) {
        context.report(createDiagnostic('catalogue/missing-key', { key }, context.whole()));
      }
    }
    return lost ? broken : (kept ?? value);
  };
}

interface ObjectShape {
  properties: ReadonlyMap<string, Check>;
  mandatory: ReadonlySet<string>;
  further: Check | undefined;
  nameCheck: Check | undefined;
}

function checkProperty(
  shape: ObjectShape,
  key: string,
  child: JsonValue,
  parent: JsonObject,
  context: ShapeContext,
): Kept {
  const known = shape.properties.get(key);
  const check = known ?? shape.further;
  if (check === undefined) {
    unknownKey(key, parent, shape.properties.keys(), context);
    return broken;
  }
  if (known === undefined && shape.nameCheck !== undefined && !nameIsSound(shape.nameCheck, key, context)) {
    return broken;
  }
  context.tokens.push(key);
  const result = check(child, context);
  context.tokens.pop();
  return result;
}

/** Checks a free key as the text it is; what is wrong with it stands at the key. */
function nameIsSound(check: Check, key: string, context: ShapeContext): boolean {
  const before = context.diagnostics.length;
  context.tokens.push(key);
  const result = check(key, context);
  context.tokens.pop();
  for (const diagnostic of context.diagnostics.slice(before)) diagnostic.at.on = 'key';
  return result !== broken;
}

/** Reports a key that the object does not know, with those that were perhaps meant. */
export function unknownKey(
  key: string,
  parent: JsonObject,
  known: Iterable<string>,
  context: ShapeContext,
): void {
  const free = [...known].filter((candidate) => !Object.hasOwn(parent, candidate));
  const near = suggested(key, free);
  const keys = free.length === 0 ? {} : { help: tell('help.keys', { names: listOf(free, 'comma') }) };
  const details = near.help === undefined ? keys : near;
  context.report(createDiagnostic('catalogue/unknown-key', { key }, context.key(key), details));
}

/** A required key that is missing beside an unknown key that looks like it is one fault, reported as the latter. */
function mistyped(key: string, value: JsonObject, properties: ReadonlyMap<string, Check>): boolean {
  const unknown = Object.keys(value).filter((candidate) => !properties.has(candidate));
  return unknown.some((candidate) => suggest(candidate, [key]).length > 0);
}

function copyUntil(value: JsonObject, until: string): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    if (key === until) break;
    setOwn(copy, key, value[key]!);
  }
  return copy;
}
