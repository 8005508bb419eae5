import { byKey, inTurn } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';
import { all } from '../../predicate/index.js';
import { reconcileDefaults } from '../../schema/index.js';
import type { Reconciled } from '../../schema/index.js';
import type { Need } from '../ask/needs.js';
import type { BoundBundle } from '../bind/bound.js';
import { elementSchemaOf, narrowingOf } from '../bind/element.js';
import { possibleIn } from '../bind/possible.js';

/** Of what a form says something, and who takes it. */
interface Subject {
  kind: 'field' | 'material';
  role: string;
  name: string;
  needs: readonly Need[];
}

/** What is said of a value: first by the element, then by each block that takes it outright, by the name of the use. */
export interface StatedSchemas extends Omit<Reconciled, 'schemas'> {
  element: JsonSchema;
  narrowings: { need: Need; schema: JsonSchema }[];
}

/** What the element and the blocks say of a value, with the defaults that count: no form suggests what it refuses. */
export function statedSchemas(bound: BoundBundle, { kind, role, name, needs }: Subject): StatedSchemas {
  const stating = [...needs]
    .filter(({ choice }) => choice === undefined)
    .sort(
      inTurn(
        byKey((need: Need) => need.use.name),
        byKey((need: Need) => need.leaf.at.pointer),
      ),
    )
    .flatMap((need) => {
      const schema = narrowingOf(bound, need.leaf);
      return schema === undefined || schema === true ? [] : [{ need, schema }];
    });
  const guardOf = (index: number): Predicate => (index === 0 ? true : stating[index - 1]!.need.guard);
  const { schemas, refused, differing } = reconcileDefaults(
    [elementSchemaOf(bound, kind, role, name), ...stating.map(({ schema }) => schema)],
    (one, other) => possibleIn(bound, all(guardOf(one), guardOf(other))).verdict !== 'no',
  );
  const [element = true, ...narrowings] = schemas;
  return {
    element,
    narrowings: stating.map(({ need }, at) => ({ need, schema: narrowings[at]! })),
    refused,
    differing,
  };
}
