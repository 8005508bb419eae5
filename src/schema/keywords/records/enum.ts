import { deepEqual } from '../../../base/index.js';
import type { JsonValue } from '../../../base/index.js';
import { tell } from '../../explain/messages.js';
import { all } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import { ALL_TYPES } from '../type-set.js';
import { distinct } from '../values.js';

const listed = (value: JsonValue): JsonValue[] => (Array.isArray(value) ? value : []);

/** Validation, sections 6.1.2 and 6.1.3. The equality is that of JSON (core, section 4.2.2). */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'const',
    topic: 'value',
    shape: 'any',
    hint: 'The one value that is allowed.',
    isInTypes: true,
    types: ALL_TYPES,
    check: (value, instance) => deepEqual(value, instance),
    combination: { group: 'values' },
    translation: {
      holds: ({ value }) => all({ kind: 'listed', values: [value] }),
      fails: ({ value }) => all({ kind: 'excluded', values: [value] }),
    },
    params: (allowedValue) => ({ allowedValue }),
    message: () => tell('value.const'),
    // Ajv 8.20 compares by `valueOf` and `constructor`, which an instance may have as properties of its own.
    ajv: (constant) => (instance) => deepEqual(instance, constant),
  },
  {
    name: 'enum',
    topic: 'value',
    shape: 'array',
    hint: 'The values that are allowed.',
    isInTypes: true,
    types: ALL_TYPES,
    check: (value, instance) => !Array.isArray(value) || value.some((member) => deepEqual(member, instance)),
    combination: { group: 'values' },
    normal: (value) => (Array.isArray(value) ? distinct(value) : value),
    translation: {
      holds: ({ value }) => all({ kind: 'listed', values: listed(value) }),
      fails: ({ value }) => all({ kind: 'excluded', values: listed(value) }),
    },
    params: (allowedValues) => ({ allowedValues }),
    message: () => tell('value.enum'),
    ajv: (values) => {
      const isScalar = (value: JsonValue): boolean => typeof value !== 'object' || value === null;
      const scalars = new Set(listed(values).filter(isScalar));
      const others = listed(values).filter((value) => !isScalar(value));
      return (instance) => scalars.has(instance) || others.some((value) => deepEqual(instance, value));
    },
  },
];
