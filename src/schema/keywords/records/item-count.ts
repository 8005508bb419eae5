import { tell } from '../../explain/messages.js';
import { atLeast, atMost } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import { BIT } from '../type-set.js';
import { larger, shown, smaller, unless } from '../values.js';

const count = { topic: 'list', shape: 'count', types: BIT.array, glance: 'always', ajv: 'exact' } as const;

/** Validation, sections 6.4.1 and 6.4.2. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...count,
    name: 'minItems',
    hint: 'How many items a list has at least.',
    check: (value, instance) =>
      !Array.isArray(instance) || typeof value !== 'number' || instance.length >= value,
    combination: { values: larger },
    normal: unless(0),
    translation: atLeast,
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.minItems', { limit: shown(limit) }),
  },
  {
    ...count,
    name: 'maxItems',
    hint: 'How many items a list has at most.',
    check: (value, instance) =>
      !Array.isArray(instance) || typeof value !== 'number' || instance.length <= value,
    combination: { values: smaller },
    translation: atMost,
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.maxItems', { limit: shown(limit) }),
  },
];
