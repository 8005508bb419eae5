/** JSON values (RFC 8259) and the operations on them that every floor needs. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** A JSON Schema, draft 2020-12: `true`, `false` or an object of keywords. */
export type JsonSchema = boolean | JsonObject;

/** Is the value a plain JSON object (neither null nor an array)? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own property. Names such as `__proto__` and `constructor` are names like any other. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own property, also where plain assignment would change the prototype. */
export function setOwn<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/** An object from entries, safe for every property name. */
export function fromEntries<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const object: Record<string, T> = {};
  for (const [key, value] of entries) setOwn(object, key, value);
  return object;
}

/**
 * JSON equality: 1 and 1.0 are equal, the order of properties does not matter (JSON Schema core, section 4.2.2). Walks
 * with a stack of its own, so that no depth overflows.
 */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  const open: [unknown, unknown][] = [[a, b]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [left, right] = next;
    if (left === right) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return false;
    if (Array.isArray(left) || Array.isArray(right)) {
      if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
      for (let at = 0; at < left.length; at++) open.push([left[at], right[at]]);
    } else if (!haveSameKeys(left, right)) return false;
    else for (const [key, value] of Object.entries(left)) open.push([value, (right as JsonObject)[key]]);
  }
  return true;
}

function haveSameKeys(left: object, right: object): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key));
}

/** Is a value nested deeper than the limit? A list or an object of scalars is one deep. No depth overflows the stack. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const open: object[] = [value];
  const depths: number[] = [1];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const depth = depths.pop()!;
    if (depth > limit) return true;
    for (const child of Object.values(next) as JsonValue[]) {
      if (typeof child === 'object' && child !== null) {
        open.push(child);
        depths.push(depth + 1);
      }
    }
  }
  return false;
}

/** A deep copy of JSON data. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => cloneJson(item)) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setOwn(copy, key, cloneJson((value as Record<string, unknown>)[key]));
  return copy as T;
}
