import type { JsonSchema, JsonValue } from '../base/index.js';
import { accepts } from '../schema/index.js';

/** What JSON Forms calls of ajv. */
export interface AjvShaped {
  validate: (schema: unknown, value: unknown) => boolean;
  compile: (schema: unknown) => CompiledLike;
}

/** A function as ajv compiles it: `errors` tells what the last call found. */
export interface CompiledLike {
  (value: unknown): boolean;
  errors: readonly { keyword: string }[] | null;
}

/**
 * What JSON Forms takes for ajv, where its rules and alternatives ask for a verdict. Ajv makes code at run time, which a
 * content-security policy without `unsafe-eval` forbids; this asks `accepts`. What is not decided holds for no rule.
 */
export function ajvShaped(): AjvShaped {
  return {
    validate: isMet,
    compile: (schema) => {
      const judge: CompiledLike = Object.assign(
        (value: unknown): boolean => {
          const met = isMet(schema, value);
          judge.errors = met ? null : [{ keyword: 'type' }];
          return met;
        },
        { errors: null },
      );
      return judge;
    },
  };
}

/** Nothing is not a value of JSON: only what asks for nothing holds of it. */
function isMet(schema: unknown, value: unknown): boolean {
  if (value === undefined) return schema === true;
  return accepts(schema as JsonSchema, value as JsonValue) === true;
}
