import { _, type FuncKeywordDefinition } from 'ajv/dist/2020.js';
import type { AnySchema, DataValidateFunction } from 'ajv/dist/types/index.js';
import { canonicalJson, deepEqual } from '../../base/index.js';
import { isMultiple } from '../keywords/decimal.js';

/**
 * Keywords that ajv 8.20 judges inexactly.
 *
 * `multipleOf` is asked of the decimals as they are written: 0.3 is a multiple of 0.1, and 1e300 of 0.01
 * (JSON Schema validation, section 6.2.1); ajv divides in binary floating point.
 *
 * `const`, `enum` and `uniqueItems` with the equality of JSON (JSON Schema core, section 4.2.2). Those of ajv 8.20
 * compare by `valueOf` and `constructor`, which an instance may carry as properties of its own: it then gets a wrong
 * verdict, or an exception.
 */
export const exactKeywords: readonly FuncKeywordDefinition[] = [
  {
    keyword: 'const',
    compile: (constant: unknown) => (instance: unknown) => deepEqual(instance, constant),
    errors: false,
    error: { message: 'equals', params: ({ schemaCode }) => _`{allowedValue: ${schemaCode}}` },
  },
  {
    keyword: 'enum',
    schemaType: 'array',
    compile: (values: unknown[]) => {
      const scalars = new Set(values.filter((value) => typeof value !== 'object' || value === null));
      const others = values.filter((value) => typeof value === 'object' && value !== null);
      return (instance: unknown) =>
        scalars.has(instance) || others.some((value) => deepEqual(instance, value));
    },
    errors: false,
    error: { message: 'is listed', params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}` },
  },
  {
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    compile: (divisor: number) => (value: number) => isMultiple(value, divisor),
    errors: false,
    error: { message: 'is a multiple', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
  },
  {
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    compile: (unique: AnySchema) => (unique === true ? uniqueItems() : () => true),
    errors: 'full',
  },
];

function uniqueItems(): DataValidateFunction {
  const validate: DataValidateFunction = (items: unknown[], context) => {
    const seen = new Map<string, number>();
    for (const [i, item] of items.entries()) {
      const key = canonicalJson(item);
      const j = seen.get(key);
      if (j !== undefined) {
        const instancePath = context?.instancePath ?? '';
        validate.errors = [{ instancePath, keyword: 'uniqueItems', params: { i, j } }];
        return false;
      }
      seen.set(key, i);
    }
    return true;
  };
  return validate;
}
