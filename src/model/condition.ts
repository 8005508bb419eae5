import { z } from 'zod';
import type { JsonSchema } from '../base/index.js';
import { fieldPattern } from './text.js';

/** A map from field to JSON Schema: all must hold. `some` and `every` speak of the items of a repeated role. */
export interface ConditionMap {
  some?: Record<string, JsonSchema>;
  every?: Record<string, JsonSchema>;
  [field: string]: JsonSchema | Record<string, JsonSchema> | undefined;
}

/** A predicate over fields: a map (all of) or a list of maps (any of). */
export type Condition = ConditionMap | ConditionMap[];

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z
  .union([z.boolean(), z.record(z.string(), z.json())])
  .describe('A JSON Schema (draft 2020-12).') as z.ZodType<JsonSchema>;

const fieldTests = z.record(z.string().regex(fieldPattern), jsonSchemaSchema);

export const conditionMapSchema: z.ZodType<ConditionMap> = z
  .object({
    some: fieldTests.optional().describe('Holds when some item of the repeated role meets all of these.'),
    every: fieldTests.optional().describe('Holds when every item of the repeated role meets all of these.'),
  })
  .catchall(jsonSchemaSchema)
  .describe(
    'A map from field to JSON Schema; all must hold: { mother.insurance: { const: employee } }.',
  ) as z.ZodType<ConditionMap>;

export const conditionSchema: z.ZodType<Condition> = z
  .union([conditionMapSchema, z.array(conditionMapSchema).min(1)])
  .describe(
    'When this applies: a map from field to JSON Schema (all must hold), or a list of maps (any of them).',
  );
