import { isObject } from '../../../base/index.js';
import { tell } from '../../explain/messages.js';
import { atLeast, atMost } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import { BIT } from '../type-set.js';
import { larger, shown, smaller, unless } from '../values.js';

const count = { topic: 'object', shape: 'count', types: BIT.object, glance: 'always', ajv: 'exact' } as const;

/** Validation, sections 6.5.1 and 6.5.2. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...count,
    name: 'minProperties',
    hint: 'How many properties there are at least.',
    check: (value, instance) =>
      !isObject(instance) || typeof value !== 'number' || Object.keys(instance).length >= value,
    combination: { values: larger },
    normal: unless(0),
    translation: atLeast,
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.minProperties', { limit: shown(limit) }),
  },
  {
    ...count,
    name: 'maxProperties',
    hint: 'How many properties there are at most.',
    check: (value, instance) =>
      !isObject(instance) || typeof value !== 'number' || Object.keys(instance).length <= value,
    combination: { values: smaller },
    translation: atMost,
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.maxProperties', { limit: shown(limit) }),
  },
];
