import { isObject, own, setOwn, suggest } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { createDiagnostic, meantAs, suggested, writeAs } from '../../diagnostics/index.js';
import type { DiagnosticDetails } from '../../diagnostics/index.js';
import { flowText } from '../../documents/index.js';
import { schemaKeywords } from '../../schema/index.js';
import type { Compile } from './compile.js';
import { broken } from './issue.js';
import type { Check, Kept, ShapeContext } from './issue.js';
import { wrongType } from './plain-shapes.js';
import { missingMeant } from './remedy.js';
import { listOf, literal } from '../../messages/index.js';
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
  const shape: ObjectShape = { properties, mandatory, required, further, nameCheck };

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
      if (standsForMissing(value, shape, required) === undefined && !mistyped(key, value, properties)) {
        const details = writeAs(missingMeant(key, context));
        context.report(createDiagnostic('catalogue/missing-key', { key }, context.whole(), details));
      }
    }
    return lost ? broken : (kept ?? value);
  };
}

interface ObjectShape {
  properties: ReadonlyMap<string, Check>;
  mandatory: ReadonlySet<string>;
  required: readonly string[];
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
    const missing = standsForMissing(parent, shape, shape.required);
    if (missing === undefined) unknownKey(key, parent, shape.properties.keys(), context);
    else reportKey(key, isSchemaPart(key, missing) ? schemaAround(key, child) : meantAs([missing]), context);
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

/** The one required key that is missing, where there is one key too many: that was meant. */
function standsForMissing(
  value: JsonObject,
  { properties, further }: ObjectShape,
  required: readonly string[],
): string | undefined {
  if (further !== undefined) return undefined;
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  const unknown = Object.keys(value).filter((key) => !properties.has(key));
  if (missing.length !== 1 || unknown.length !== 1) return undefined;
  const known = [...properties.keys()].filter((key) => !Object.hasOwn(value, key));
  const [near] = suggest(unknown[0]!, known);
  return near === undefined || near === missing[0] ? missing[0] : undefined;
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
  reportKey(key, near.help === undefined ? helpOnKey(key, parent, free) : near, context);
}

function reportKey(key: string, details: DiagnosticDetails, context: ShapeContext): void {
  context.report(createDiagnostic('catalogue/unknown-key', { key }, context.key(key), details));
}

/** Keys that other formats have, and what they are called here. */
const otherNames: Readonly<Record<string, string>> = {
  if: 'when',
  condition: 'when',
  oneOf: 'anyOf',
  label: 'title',
  name: 'title',
  maximum: 'max',
  minimum: 'min',
};

/** Is it what another format calls one of these keys? */
export function isOtherName(key: string, known: readonly string[]): boolean {
  const other = own(otherNames, key);
  return other !== undefined && known.includes(other);
}

function helpOnKey(key: string, parent: JsonObject, free: readonly string[]): DiagnosticDetails {
  const other = own(otherNames, key);
  if (other !== undefined && free.includes(other)) return meantAs([other]);
  if (key === 'required' && free.includes('optional')) return { help: tell('help.optional') };
  const isKeyword = schemaKeywords.has(key);
  if (isKeyword && free.includes('schema')) return schemaAround(key, parent[key]!);
  const decimal = decimalBefore(key, parent);
  if (decimal !== undefined) return { help: tell('help.decimal', { text: literal(decimal) }) };
  return free.length === 0 ? {} : { help: tell('help.keys', { names: listOf(free, 'comma') }) };
}

/** Is it a keyword of JSON Schema, one level too high? */
function isSchemaPart(key: string, missing: string): boolean {
  return missing === 'schema' && schemaKeywords.has(key);
}

function schemaAround(key: string, value: JsonValue): DiagnosticDetails {
  return writeAs(`schema: ${flowText({ [key]: value })}`);
}

/** Within braces, the comma of "28,1" begins a key of its own. */
function decimalBefore(key: string, parent: JsonObject): string | undefined {
  if (!/^\d+$/.test(key) || parent[key] !== null) return undefined;
  const number = Object.values(parent).findLast((value) => typeof value === 'number');
  return number === undefined ? undefined : [number, key].join('.');
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
