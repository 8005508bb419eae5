import { z } from 'zod';
import type { JsonSchema } from '../../base/index.js';
import type { Condition, ConditionMap } from '../documents/condition.js';
import { fieldPattern } from '../documents/text.js';

/** Any JSON value. */
export const jsonValueSchema = z.json().meta({ id: 'json', description: 'Any JSON value.' });

/** An object of any JSON values. */
export const jsonObjectSchema = z.record(z.string(), jsonValueSchema);

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z
  .union([z.boolean(), jsonObjectSchema])
  .meta({ id: 'json-schema', description: 'A JSON Schema (draft 2020-12).' });

const fieldTests = z.record(z.string().regex(fieldPattern), jsonSchemaSchema);

export const conditionMapSchema: z.ZodType<ConditionMap> = z
  .object({
    some: fieldTests.optional().describe('Holds when some item of the repeated role meets all of these.'),
    every: fieldTests.optional().describe('Holds when every item of the repeated role meets all of these.'),
  })
  .catchall(jsonSchemaSchema)
  .meta({
    id: 'condition-map',
    description: 'A map from field to JSON Schema; all must hold: { mother.insurance: { const: employee } }.',
  }) as z.ZodType<ConditionMap>;

export const conditionSchema: z.ZodType<Condition> = z
  .union([conditionMapSchema, z.array(conditionMapSchema).min(1)])
  .meta({
    id: 'condition',
    description:
      'When this applies: a map from field to JSON Schema (all must hold), or a list of maps (any of them).',
  });
