import { own, pointer, tokensOf } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { fieldParts, isFieldKey, isMaterialKey } from '../model/index.js';
import type { PlanStep } from '../model/index.js';

/** The item that a step with `each` is about. */
export interface Item {
  role: string;
  index: number;
}

/** The repeated role that the step is done for each item of. */
export function roleOfEach(step: PlanStep): string | undefined {
  return step.each === undefined ? undefined : tokensOf(step.each)[0];
}

/**
 * The concrete places in the data of a case that a pointer of the plan speaks of. Inside a step with `each`, a pointer
 * into that role is about the item; `*` stands for every item of a repeated role.
 * @returns `undefined` where it is not known which items there are
 */
export function placesOf(at: string, data: JsonObject, item?: Item): string[] | undefined {
  const tokens = tokensOf(at);
  if (item !== undefined && tokens[0] === item.role) {
    const rest = tokens[1] === '*' ? tokens.slice(2) : tokens.slice(1);
    return [pointer(item.role, item.index, ...rest)];
  }
  if (tokens[1] !== '*') return [at];
  const items = own(data, tokens[0] ?? '');
  if (!Array.isArray(items)) return undefined;
  return items.map((_, index) => pointer(tokens[0]!, index, ...tokens.slice(2)));
}

/** Does the pointer speak of every item of a repeated role? */
export function isEvery(at: string, item?: Item): boolean {
  const tokens = tokensOf(at);
  return tokens[1] === '*' && tokens[0] !== item?.role;
}

/**
 * Where an input or output stands in what a step is given or answers, from the step's own name of it: a field
 * "guardian.phone" under its role, a material "lease of guardian" under `materials`. Registries are asked and answer
 * flat, by the names themselves.
 * @param index of the item, where the step speaks of every item of a repeated role
 */
export function pathOf(kind: PlanStep['kind'], name: string, index?: number): string[] {
  const position = index === undefined ? [] : [String(index)];
  if (kind === 'registry') return [name, ...position];
  if (isMaterialKey(name)) return ['materials', name, ...position];
  if (!isFieldKey(name)) return [name, ...position];
  const { role, element } = fieldParts(name);
  return [role, ...position, element];
}
