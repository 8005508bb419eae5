import { isObject, pointer } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { keyName } from '../model/index.js';

/** One element, material or choice of something that is shaped like the form. */
export interface Leaf {
  /** Where it stands there. */
  path: string[];
  value: JsonValue;
}

/** Everything that stands in an object shaped like the form, element by element. */
export function leavesOf(data: JsonObject): Leaf[] {
  return Object.entries(data).flatMap(([role, value]): Leaf[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => elementsOf([role, String(index)], item));
    return elementsOf([role], value);
  });
}

/** The elements of a role or of one of its items. What is no object stands for itself. */
export function elementsOf(path: readonly string[], holder: JsonValue): Leaf[] {
  if (!isObject(holder)) return [{ path: [...path], value: holder }];
  return Object.entries(holder).flatMap(([name, value]): Leaf[] => {
    const own = [...path, name];
    if (path.length > 1 && name === keyName) return [];
    // The materials of an item stand in a folder of their own, as those of the case do.
    if (path.length > 1 && name === 'materials' && isObject(value)) return elementsOf(own, value);
    return [{ path: own, value }];
  });
}

/** Where everything stands, with the items of repeated roles. */
export function placesIn(data: JsonObject): string[] {
  const items = Object.entries(data).flatMap(([role, value]) =>
    Array.isArray(value) ? value.map((_, index) => pointer(role, index)) : [],
  );
  return [...items, ...leavesOf(data).map(({ path }) => pointer(...path))];
}

/** How a plan writes the place of a leaf: `*` for the items of a repeated role. */
export function patternOf([role = '', second = '', ...rest]: readonly string[], isList: boolean): string {
  return isList ? pointer(role, '*', ...rest) : pointer(role, second, ...rest);
}
