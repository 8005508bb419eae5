import { isObject, type JsonObject } from '../../base/index.js';
import { keywordMap } from './registry.js';

const HOLDING_PATTERNS = keywordMap(({ shape }) =>
  shape === 'pattern' || shape === 'pattern-map' ? shape : undefined,
);

/** The regular expressions that the keywords of a schema state; those of its subschemas not. */
export function patternsOf(schema: JsonObject): string[] {
  return [...HOLDING_PATTERNS].flatMap(([keyword, shape]) => {
    const value = schema[keyword];
    if (shape === 'pattern') return typeof value === 'string' ? [value] : [];
    return isObject(value) ? Object.keys(value) : [];
  });
}
