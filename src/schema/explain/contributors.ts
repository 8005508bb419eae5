import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { deepEqual, isObject, pointer, tokensOf } from '../../base/index.js';
import type { Step } from '../fold/folding.js';
import { keywordMap } from '../keywords/registry.js';
import type { Spot } from './place.js';
import { spotsAt } from './place.js';
import type { KeywordRef } from '../types.js';

/** Keywords of one kin are folded into one another. */
const KIN = keywordMap(({ kin, combination }) =>
  typeof combination === 'object' && 'group' in combination ? combination.group : kin,
);
const STEPS = keywordMap(({ step }) => step);

/** Which keywords of the contributions a place of the folded schema comes from. */
export function contributorsOf(
  roots: readonly JsonSchema[],
  result: JsonSchema,
  pointerInResult: string,
): KeywordRef[] {
  const tokens = tokensOf(pointerInResult);
  const steps: Step[] = [];
  let here: JsonValue | undefined = result;
  let at = 0;
  for (; at < tokens.length; at++) {
    const step = stepOf(tokens, at);
    if (!step) break;
    steps.push(step.step);
    for (const token of tokens.slice(at, at + step.length)) here = child(here, token);
    at += step.length - 1;
  }
  const spots = spotsAt(roots, steps);
  const keyword = tokens[at];
  if (keyword === undefined) return spots.flatMap((spot) => refsOf(spot, () => true));
  if (keyword === 'allOf' && tokens[at + 1] !== undefined) {
    return contributorsOfMember(spots, child(child(here, 'allOf'), tokens[at + 1]!));
  }
  const kin = KIN.get(keyword);
  const isKin = (name: string): boolean => name === keyword || (kin !== undefined && KIN.get(name) === kin);
  return spots.flatMap((spot) => refsOf(spot, isKin));
}

function contributorsOfMember(spots: readonly Spot[], member: JsonValue | undefined): KeywordRef[] {
  if (member === undefined) return [];
  const whole = spots.filter((spot) => deepEqual(spot.schema, member));
  if (whole.length > 0) return whole.flatMap((spot) => refsOf(spot, () => true));
  if (!isObject(member)) return [];
  const same = spots.flatMap((spot) =>
    refsOf(
      spot,
      (name) => Object.hasOwn(member, name) && deepEqual((spot.schema as JsonObject)[name]!, member[name]!),
    ),
  );
  // Branches are folded inside: where none is the same to the letter, every one of that keyword may be it.
  if (same.length > 0) return same;
  return spots.flatMap((spot) => refsOf(spot, (name) => Object.hasOwn(member, name)));
}

function stepOf(tokens: readonly string[], at: number): { step: Step; length: number } | undefined {
  const kind = STEPS.get(tokens[at]!);
  const next = tokens[at + 1];
  switch (kind) {
    case undefined:
      return undefined;
    case 'property':
      return next === undefined ? undefined : { step: { kind, name: next }, length: 2 };
    case 'pattern':
      return next === undefined ? undefined : { step: { kind, pattern: next }, length: 2 };
    case 'item':
      return next === undefined ? undefined : { step: { kind, at: Number(next) }, length: 2 };
    default:
      return { step: { kind }, length: 1 };
  }
}

function child(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(token)];
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The keywords of a spot, or the spot itself where it has none; members of `allOf` are spots of their own. */
export function refsOf(spot: Spot, wanted: (keyword: string) => boolean): KeywordRef[] {
  const { index, schema } = spot;
  if (!isObject(schema) || Object.keys(schema).length === 0) {
    return [{ index, pointer: spot.pointer, keyword: tokensOf(spot.pointer).at(-1) ?? '', value: schema }];
  }
  return Object.keys(schema)
    .filter((keyword) => keyword !== 'allOf' && wanted(keyword))
    .map((keyword) => ({
      index,
      pointer: spot.pointer + pointer(keyword),
      keyword,
      value: schema[keyword]!,
    }));
}
