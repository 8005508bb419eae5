import { tell } from '../../explain/messages.js';
import { limited } from '../../solve/translate.js';
import { isMultiple, leastCommonMultiple } from '../decimal.js';
import type { KeywordRecord } from '../record.js';
import { NUMBER } from '../type-set.js';
import { shown } from '../values.js';

/** Validation, section 6.2.1, by exact decimal arithmetic. */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'multipleOf',
    topic: 'number',
    shape: 'positive',
    hint: 'Numbers are multiples of this: 0.01 for amounts of money.',
    types: NUMBER,
    check: (value, instance) =>
      typeof instance !== 'number' || typeof value !== 'number' || isMultiple(instance, value),
    combination: {
      values: (a, b) =>
        typeof a === 'number' && typeof b === 'number' && a > 0 && b > 0
          ? leastCommonMultiple(a, b)
          : undefined,
    },
    glance: 'always',
    translation: limited(
      (of) => ({ kind: 'multiple', of }),
      (of) => ({ kind: 'noMultiple', of }),
    ),
    params: (multipleOf) => ({ multipleOf }),
    message: ({ multipleOf }) => tell('value.multipleOf', { number: shown(multipleOf) }),
    // Ajv 8.20 divides in binary floating point: 0.3 is then no multiple of 0.1.
    ajv: (divisor) => (value) =>
      typeof value !== 'number' || typeof divisor !== 'number' || isMultiple(value, divisor),
  },
];
