import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { resolvePlainText } from '../../documents/index.js';
import { fieldPattern } from '../../model/index.js';

const comparisons: readonly (readonly [RegExp, (value: JsonValue) => JsonObject])[] = [
  [/^(?:>=|=>|≥|＞＝)/u, (value) => ({ minimum: value })],
  [/^(?:<=|=<|≤|＜＝)/u, (value) => ({ maximum: value })],
  [/^(?:!==?|<>|≠)/u, (value) => ({ not: { const: value } })],
  [/^[>＞]/u, (value) => ({ exclusiveMinimum: value })],
  [/^[<＜]/u, (value) => ({ exclusiveMaximum: value })],
  [/^={1,3}/u, (value) => ({ const: value })],
];

/** What was meant by a test of one field that is no JSON Schema: a value, a list of values, a comparison, a range. */
export function testMeant(value: JsonValue): JsonValue | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return { enum: value };
  if (isObject(value)) return undefined;
  if (typeof value !== 'string') return { const: value };
  const text = value.trim();
  for (const [sign, test] of comparisons) {
    const match = sign.exec(text);
    if (match !== null) return test(resolvePlainText(text.slice(match[0].length).trim()));
  }
  const [, from, to] = /^(-?\d+(?:\.\d+)?)\s*(?:\.\.\.?|–|~|～|至|to)\s*(-?\d+(?:\.\d+)?)$/u.exec(text) ?? [];
  if (from !== undefined) return { minimum: Number(from), maximum: Number(to) };
  const [, negated] = /^not\s+(.+)$/i.exec(text) ?? [];
  if (negated !== undefined) return { not: { const: resolvePlainText(negated) } };
  if (/^(?:yes|是)$/i.test(text)) return { const: true };
  if (/^(?:no|否)$/i.test(text)) return { const: false };
  return { const: value };
}

/** What was meant by a whole condition that is no map: `mother.age >= 18`, `mother.isResident`. */
export function conditionMeant(value: JsonValue): JsonValue | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (fieldPattern.test(text)) return { [text]: { const: true } };
  const [, negated] = /^(?:not\s+|!\s*)(\S+)$/i.exec(text) ?? [];
  if (negated !== undefined && fieldPattern.test(negated)) return { [negated]: { const: false } };
  const [, field, rest] = /^([^\s=<>!≥≤≠]+)\s*(?:is\s+)?(.+)$/u.exec(text) ?? [];
  if (field === undefined || !fieldPattern.test(field)) return undefined;
  const test = testMeant(rest!.replace(/^in\s+/i, '').replace(/(["'])(.*)\1$/, '$2'));
  return test === undefined ? undefined : { [field]: test };
}
