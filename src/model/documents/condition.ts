import type { JsonSchema } from '../../base/index.js';

/** A map from field to JSON Schema: all must hold. `some` and `every` speak of the items of a repeated role. */
export interface ConditionMap {
  some?: Record<string, JsonSchema>;
  every?: Record<string, JsonSchema>;
  [field: string]: JsonSchema | Record<string, JsonSchema> | undefined;
}

/** A predicate over fields: a map (all of) or a list of maps (any of). */
export type Condition = ConditionMap | ConditionMap[];
