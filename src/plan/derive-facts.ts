import { isObject, own, setOwn, tokensOf } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { derivations } from '../derive/index.js';
import type { Derivation } from '../derive/index.js';
import type { Plan, PlanStep } from '../model/index.js';
import { mergeData } from './project.js';

/** What the host adds to deriving. */
export interface DeriveOptions {
  /** The day, ISO 8601, for derivations that count from today. */
  today?: string;
  /** Derivations of the host, by name. */
  derivations?: Readonly<Record<string, Derivation>>;
}

/**
 * The data with every derived field that follows from it. What is there already is never overwritten.
 * @param plan whose local registries are computed
 * @param data shaped like the form
 */
export function deriveFacts(plan: Plan, data: JsonObject, options: DeriveOptions = {}): JsonObject {
  let result = mergeData(plan.facts, data);
  const known = { ...derivations, ...options.derivations };
  const local = plan.steps.filter(({ kind, local: name }) => kind === 'registry' && name !== undefined);
  // A derivation may rest on another one; the steps stand in order, so one pass is enough.
  for (const step of local) {
    const derive = own(known, step.local!);
    if (derive !== undefined) result = applyStep(step, derive, result, options.today);
  }
  return result;
}

function applyStep(
  step: PlanStep,
  derive: Derivation,
  data: JsonObject,
  today: string | undefined,
): JsonObject {
  const items = step.each === undefined ? undefined : own(data, tokensOf(step.each)[0]!);
  if (step.each === undefined) return applyOnce(step, derive, data, undefined, today);
  let result = data;
  for (const index of Array.isArray(items) ? items.keys() : [])
    result = applyOnce(step, derive, result, index, today);
  return result;
}

function applyOnce(
  step: PlanStep,
  derive: Derivation,
  data: JsonObject,
  index: number | undefined,
  today: string | undefined,
): JsonObject {
  const given = Object.values(step.in).map(({ at }) => valueAt(data, place(step, at, index)));
  if (given.some((value) => value === undefined)) return data;
  const values = derive(given as JsonValue[], step.options ?? {}, today);
  if (values === undefined) return data;
  let result = data;
  for (const [order, { at }] of Object.values(step.out).entries()) {
    const value = values[order];
    if (value !== undefined) result = withValue(result, place(step, at, index), value) as JsonObject;
  }
  return result;
}

function place(step: PlanStep, at: string, index: number | undefined): string[] {
  const tokens = tokensOf(at);
  const inItem = index !== undefined && step.each !== undefined && tokens[0] === tokensOf(step.each)[0];
  return inItem ? [tokens[0]!, String(index), ...tokens.slice(1)] : tokens;
}

/** The value at a place; `*` gives the list of the values of all items, nothing where one of them has none. */
function valueAt(value: JsonValue | undefined, tokens: readonly string[]): JsonValue | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined || value === undefined) return value;
  if (token === '*') {
    if (!Array.isArray(value)) return undefined;
    const values = value.map((item) => valueAt(item, rest));
    return values.some((one) => one === undefined) ? undefined : (values as JsonValue[]);
  }
  if (Array.isArray(value)) return valueAt(value[Number(token)], rest);
  return isObject(value) ? valueAt(own(value, token), rest) : undefined;
}

/** A copy with the value set where there is none. */
function withValue(target: JsonValue | undefined, tokens: readonly string[], value: JsonValue): JsonValue {
  const [token, ...rest] = tokens;
  if (token === undefined) return target ?? value;
  if (Array.isArray(target)) {
    return target.map((item, index) => (String(index) === token ? withValue(item, rest, value) : item));
  }
  const copy: JsonObject = isObject(target) ? { ...target } : {};
  setOwn(copy, token, withValue(own(copy, token), rest, value));
  return copy;
}
