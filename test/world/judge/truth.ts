import type { JsonSchema, JsonValue } from '../../../src/base/index.js';
import type { Condition } from '../../../src/model/index.js';
import { partsOf } from './flat.js';
import type { Clause, RoleRef, Scope } from './flat.js';
import type { Matches } from './matches.js';
import { itemsOf } from './world.js';
import type { Place, World } from './world.js';

/** Kleene's three values. */
export type Truth = boolean | undefined;

/** What conditions are judged by. */
export interface TruthContext {
  world: World;
  matches: Matches;
  /** The value of a field, where it is known. */
  known: (place: Place) => JsonValue | undefined;
}

export function and(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

export function or(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Do all of these hold? `item`: the position of the item that they speak of. */
export function clausesHold(context: TruthContext, clauses: readonly Clause[], item?: number): Truth {
  return and(clauses.map((clause) => clauseHolds(context, clause, item)));
}

function clauseHolds(context: TruthContext, clause: Clause, item: number | undefined): Truth {
  switch (clause.kind) {
    case 'choice':
      return context.world.choices[clause.name] !== false;
    case 'none':
      return and(clause.of.map((clauses) => not(clausesHold(context, clauses, item))));
    case 'condition':
      return conditionHolds(context, clause.condition, clause.scope, clause.each, item);
  }
}

/** Does a condition hold, in the words of a bundle or block? */
export function conditionHolds(
  context: TruthContext,
  condition: Condition | undefined,
  scope: Scope,
  each: string | undefined,
  item: number | undefined,
): Truth {
  if (condition === undefined) return true;
  const maps = Array.isArray(condition) ? condition : [condition];
  return or(
    maps.map((map) =>
      and(
        Object.entries(map).map(([key, value]) =>
          key === 'some' || key === 'every'
            ? quantified(context, key, value as Record<string, JsonSchema>, { scope, each, item })
            : tested(context, key, value as JsonSchema, { scope, each, item }),
        ),
      ),
    ),
  );
}

interface At {
  scope: Scope;
  each: string | undefined;
  item: number | undefined;
}

function tested(context: TruthContext, field: string, schema: JsonSchema, at: At): Truth {
  const [role, element] = partsOf(field);
  const ref = at.scope.get(role)!;
  const item = ref.name === at.each ? at.item : undefined;
  return and([clausesHold(context, ref.guards, at.item), meets(context, ref, element, item, schema)]);
}

function meets(
  { known, matches }: TruthContext,
  ref: RoleRef,
  element: string,
  item: number | undefined,
  schema: JsonSchema,
): Truth {
  const value = known({
    role: ref.name,
    ...(item === undefined ? {} : { item }),
    name: element,
    kind: 'field',
  });
  return value === undefined ? undefined : matches(schema, value);
}

/** All tests of one role are about the same item. */
function quantified(
  context: TruthContext,
  quantifier: 'some' | 'every',
  tests: Record<string, JsonSchema>,
  at: At,
): Truth {
  const byRole = new Map<RoleRef, [string, JsonSchema][]>();
  for (const [field, schema] of Object.entries(tests)) {
    const [role, element] = partsOf(field);
    const ref = at.scope.get(role)!;
    byRole.set(ref, [...(byRole.get(ref) ?? []), [element, schema]]);
  }
  return and(
    [...byRole].map(([ref, list]) => {
      const of = (item: number | undefined) =>
        and(list.map(([element, schema]) => meets(context, ref, element, item, schema)));
      const guard = clausesHold(context, ref.guards, at.item);
      if (!ref.many || at.each === ref.name) return and([guard, of(ref.many ? at.item : undefined)]);
      const items = itemsOf(context.world, ref.name).map((_, index) => of(index));
      return and([guard, quantifier === 'some' ? or(items) : and(items)]);
    }),
  );
}
