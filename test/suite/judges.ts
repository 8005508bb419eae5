import '@hyperjump/json-schema/draft-2020-12';
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import { createValidator } from '../../src/schema/index.js';

/** Says whether an instance is valid; undefined where the validator cannot take the schema or fails on it. */
export type Judge = (instance: JsonValue) => boolean | undefined;

/** The first judge: ajv, with `format` as an annotation, which is the default of the draft. */
export function firstJudge(schema: JsonSchema): Judge {
  try {
    const validator = createValidator(schema, { formats: false });
    return (instance) => {
      try {
        return validator(instance).length === 0;
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}

const dialect = 'https://json-schema.org/draft/2020-12/schema';
let registered = 0;

/** The second judge, asked where the first one is in doubt: Hyperjump. */
export async function secondJudge(schema: JsonSchema): Promise<Judge> {
  const uri = `https://example.com/judged/${registered++}`;
  try {
    // Hyperjump takes the schema apart and must not see what others hold.
    registerSchema(structuredClone(schema), uri, dialect);
    const compiled = await validate(uri);
    return (instance) => {
      try {
        return compiled(instance).valid;
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  } finally {
    unregisterSchema(uri);
  }
}
