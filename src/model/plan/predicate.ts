import { z } from 'zod';
import type { JsonSchema } from '../../base/index.js';
import { jsonSchemaSchema } from '../documents/condition.js';
import { fieldKeySchema, nameSchema } from '../documents/text.js';

/**
 * A condition as the plan carries it, over the fields of the bundle's own roles, in negation normal form: what
 * does not hold is a test of `{ not: … }`. Inside a step with `each`, a test of a field of that role is about the item.
 * Evaluated in Kleene's three values: a test of an unknown field is open.
 */
export type Predicate =
  | boolean
  | { field: string; schema: JsonSchema }
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { some: string; of: Predicate }
  | { every: string; of: Predicate };

export const predicateSchema: z.ZodType<Predicate> = z
  .union([
    z.boolean(),
    z
      .strictObject({ field: fieldKeySchema, schema: jsonSchemaSchema })
      .describe('The value of the field meets the schema.'),
    z
      .strictObject({
        get all() {
          return z.array(predicateSchema);
        },
      })
      .describe('All of these hold.'),
    z
      .strictObject({
        get any() {
          return z.array(predicateSchema);
        },
      })
      .describe('One of these holds.'),
    z
      .strictObject({
        some: nameSchema,
        get of() {
          return predicateSchema;
        },
      })
      .describe('Holds for some item of the repeated role.'),
    z
      .strictObject({
        every: nameSchema,
        get of() {
          return predicateSchema;
        },
      })
      .describe('Holds for every item of the repeated role.'),
  ])
  .meta({
    id: 'predicate',
    description: 'A condition over fields, in negation normal form.',
  });
