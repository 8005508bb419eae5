import { isObject, own, pointer, setOwn, tokensOf } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';

/** The item that a step with `each` is about. */
export interface Item {
  role: string;
  index: number;
}

/**
 * The concrete places in the data of a case that a pointer of the plan speaks of. Inside a step with `each`, a pointer
 * into that role is about the item; `*` stands for every item of a repeated role.
 */
export function placesOf(at: string, data: JsonObject, item?: Item): string[] {
  const tokens = tokensOf(at);
  if (item !== undefined && tokens[0] === item.role) {
    const rest = tokens[1] === '*' ? tokens.slice(2) : tokens.slice(1);
    return [pointer(item.role, item.index, ...rest)];
  }
  if (tokens[1] !== '*') return [at];
  const items = own(data, tokens[0] ?? '');
  if (!Array.isArray(items)) return [];
  return items.map((_, index) => pointer(tokens[0]!, index, ...tokens.slice(2)));
}

/** Does the pointer speak of every item of a repeated role? */
export function isEvery(at: string, item?: Item): boolean {
  const tokens = tokensOf(at);
  return tokens[1] === '*' && tokens[0] !== item?.role;
}

/** Sets a value at a concrete place, making the objects on the way. Arrays are never made longer. */
export function setPlace(data: JsonObject, place: string, value: JsonValue): boolean {
  const tokens = tokensOf(place);
  const last = tokens.pop();
  if (last === undefined) return false;
  let holder: JsonValue = data;
  for (const token of tokens) {
    const next: JsonValue | undefined = childOf(holder, token);
    if (next !== undefined) holder = next;
    else if (isObject(holder)) {
      const made: JsonObject = {};
      setOwn(holder, token, made);
      holder = made;
    } else return false;
  }
  if (!isObject(holder)) return false;
  setOwn(holder, last, value);
  return true;
}

function childOf(holder: JsonValue, token: string): JsonValue | undefined {
  if (Array.isArray(holder)) return /^(0|[1-9][0-9]*)$/.test(token) ? holder[Number(token)] : undefined;
  return isObject(holder) ? own(holder, token) : undefined;
}

/**
 * Where an input or output stands in what a step is given or answers, from the step's own name of it: a field
 * "guardian.phone" under its role, a material "lease of guardian" under `materials`. Registries are asked and answer
 * flat, by the names themselves.
 */
export function pathOf(kind: PlanStep['kind'], name: string): string[] {
  if (kind === 'registry') return [name];
  if (isMaterialName(name)) return ['materials', name];
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** "lease of guardian"; the names of fields have no spaces. */
export function isMaterialName(name: string): boolean {
  return name.includes(' of ');
}
