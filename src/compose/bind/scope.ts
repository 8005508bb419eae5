import { fieldParts } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import type { SchemaScope } from '../../predicate/index.js';
import type { BoundBundle } from './bound.js';
import { all, any, fieldsOf, some } from '../../predicate/index.js';

/** Does the predicate test the item of a repeated role, outside `some` and `every`? */
export function testsItem(predicate: Predicate, role: string): boolean {
  if (typeof predicate === 'boolean') return false;
  if ('field' in predicate) return fieldParts(predicate.field).role === role;
  if ('all' in predicate) return predicate.all.some((part) => testsItem(part, role));
  if ('any' in predicate) return predicate.any.some((part) => testsItem(part, role));
  return false;
}

/** How a condition is read as a schema over the answers to the form, or inside the items of a role. */
export function schemaScope(bound: Pick<BoundBundle, 'roles'>, item?: string): SchemaScope {
  return { item, mayBeEmpty: (role) => bound.roles.get(role)?.many?.min === 0 };
}

/** One alternative of a predicate, with what it says of the case apart from what it says of the item. */
export interface Split {
  root: Predicate;
  item: Predicate;
}

/** The predicate as alternatives, each a part about the case and a part about the item; both must hold. */
export function splitByItem(predicate: Predicate, role: string): Split[] {
  if (!testsItem(predicate, role)) return [{ root: predicate, item: true }];
  if (typeof predicate === 'object' && 'any' in predicate) {
    const roots = predicate.any.filter((part) => !testsItem(part, role));
    const mixed = predicate.any.filter((part) => testsItem(part, role));
    const pure = mixed.filter((part) => isPure(part, role));
    const rest = mixed.filter((part) => !isPure(part, role)).flatMap((part) => splitByItem(part, role));
    return [
      ...(roots.length > 0 ? [{ root: any(...roots), item: true }] : []),
      ...(pure.length > 0 ? [{ root: true, item: any(...pure) }] : []),
      ...rest,
    ];
  }
  if (typeof predicate === 'object' && 'all' in predicate) {
    let splits: Split[] = [{ root: true, item: true }];
    for (const part of predicate.all) {
      const more = splitByItem(part, role);
      splits = splits.flatMap((left) =>
        more.map((right) => ({ root: all(left.root, right.root), item: all(left.item, right.item) })),
      );
    }
    return splits;
  }
  return [{ root: true, item: predicate }];
}

function isPure(predicate: Predicate, role: string): boolean {
  if (typeof predicate === 'object' && ('some' in predicate || 'every' in predicate)) return false;
  if (typeof predicate === 'object' && 'all' in predicate)
    return predicate.all.every((part) => isPure(part, role));
  if (typeof predicate === 'object' && 'any' in predicate)
    return predicate.any.every((part) => isPure(part, role));
  return [...fieldsOf(predicate)].every((field) => fieldParts(field).role === role);
}

/** What a predicate within a step for each item says, seen from a role: of an item itself, or that some item meets it. */
export function seenFrom(role: string, predicate: Predicate, each: string | undefined): Predicate {
  if (each === undefined) return predicate;
  return each === role ? ofItem(predicate, role) : liftItem(predicate, each);
}

/**
 * What a predicate says of the case, or of one item of a role: of the items of other repeated roles it is told only whether
 * some of them meet it.
 */
export function seenWithin(
  { roles }: Pick<BoundBundle, 'roles'>,
  predicate: Predicate,
  role: string | undefined,
): Predicate {
  let seen = predicate;
  for (const { name, many } of roles.values())
    if (many !== undefined) seen = name === role ? ofItem(seen, name) : liftItem(seen, name);
  return seen;
}

/** The predicate where there is an item: that there is one goes without saying. */
export function ofItem(predicate: Predicate, role: string): Predicate {
  if (typeof predicate === 'boolean') return predicate;
  if ('all' in predicate) return all(...predicate.all.map((part) => ofItem(part, role)));
  if ('any' in predicate) return any(...predicate.any.map((part) => ofItem(part, role)));
  return 'some' in predicate && predicate.some === role && predicate.of === true ? true : predicate;
}

/** What a predicate about an item says of the case: that it holds for some item. */
export function liftItem(predicate: Predicate, role: string | undefined): Predicate {
  if (role === undefined || !testsItem(predicate, role)) return predicate;
  return any(
    ...splitByItem(predicate, role).map(({ root, item }) =>
      all(root, item === true ? true : some(role, item)),
    ),
  );
}
