import { z } from 'zod';
import type { Predicate } from '../plan/predicate.js';
import { jsonSchemaSchema } from './condition.js';
import { nameSchema, testedFieldSchema } from './text.js';

export const predicateSchema: z.ZodType<Predicate> = z
  .union([
    z.boolean(),
    z
      .strictObject({ field: testedFieldSchema, schema: jsonSchemaSchema })
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
