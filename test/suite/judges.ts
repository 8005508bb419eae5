import '@hyperjump/json-schema/draft-2020-12';
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import type { JsonSchema } from '../../src/base/index.js';
import { ajvJudge, type Judge } from './ajv-judge.js';

export type { Judge } from './ajv-judge.js';

/** The first judge: ajv, with `format` as an annotation, which is the default of the draft. */
export function firstJudge(schema: JsonSchema): Judge {
  return ajvJudge(schema, false) ?? (() => undefined);
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
