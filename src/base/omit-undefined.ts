import { setOwn } from './json.js';

type MaybeUndefined<T> = { [Key in keyof T]: undefined extends T[Key] ? Key : never }[keyof T];

/** An object whose properties are absent where they could be undefined. */
type WithoutUndefined<T> = { [Key in Exclude<keyof T, MaybeUndefined<T>>]: T[Key] } & {
  [Key in MaybeUndefined<T>]?: Exclude<T[Key], undefined>;
};

/** A copy of an object without the properties whose value is undefined. */
export function omitUndefined<T extends object>(object: T): WithoutUndefined<T> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) setOwn(copy, key, value);
  return copy as WithoutUndefined<T>;
}
