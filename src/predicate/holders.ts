import type { Predicate } from '../model/index.js';

type IsPredicate<T> = [T] extends [Predicate] ? ([Predicate] extends [T] ? true : false) : false;

/** How deep a type is looked into: deep enough for everything that holds predicates, and an end for types that hold themselves. */
type Depth = [3, 2, 1, 0];
type Next<D extends number> = D extends 3 ? 2 : D extends 2 ? 1 : 0;

type Holds<T, D extends number> =
  IsPredicate<NonNullable<T>> extends true
    ? true
    : D extends 0
      ? false
      : NonNullable<T> extends readonly (infer Element)[]
        ? Holds<Element, Next<D>>
        : NonNullable<T> extends ReadonlyMap<unknown, infer Value>
          ? Holds<Value, Next<D>>
          : NonNullable<T> extends object
            ? true extends HoldsIn<NonNullable<T>, Next<D>>
              ? true
              : false
            : false;

/** Of a union, whether any member holds one. */
type HoldsIn<T, D extends number> = T extends object ? { [K in keyof T]-?: Holds<T[K], D> }[keyof T] : false;

/**
 * The properties of a type that hold predicates, directly or further in, each of which has to be named: where a type gets
 * one more, whoever goes through them does not compile until it is dealt with.
 */
export type PredicatesOf<T> = {
  [K in keyof T as Holds<T[K], Depth[0]> extends true ? K : never]-?: T[K];
};

/** The value with other predicates: all of them, so that none is forgotten. */
export function withPredicates<T extends object>(value: T, predicates: PredicatesOf<T>): T {
  return { ...value, ...predicates };
}
