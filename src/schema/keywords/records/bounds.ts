import { tell } from '../../explain/messages.js';
import type { Fact } from '../../solve/facts.js';
import { limited } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import type { Check } from '../site.js';
import { NUMBER } from '../type-set.js';
import { larger, shown, smaller } from '../values.js';

const compare =
  (holds: (instance: number, limit: number) => boolean): Check =>
  (value, instance) =>
    typeof instance !== 'number' || typeof value !== 'number' || holds(instance, value);

const low =
  (open: boolean) =>
  (value: number): Fact => ({ kind: 'low', value, open });
const high =
  (open: boolean) =>
  (value: number): Fact => ({ kind: 'high', value, open });

const bound = { topic: 'number', shape: 'number', types: NUMBER, glance: 'always', ajv: 'exact' } as const;

/** Validation, sections 6.2.2 to 6.2.5. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...bound,
    name: 'minimum',
    hint: 'The least number that is allowed.',
    check: compare((instance, limit) => instance >= limit),
    combination: { values: larger },
    kin: 'low',
    translation: limited(low(false), high(true)),
    params: (limit) => ({ comparison: '>=', limit }),
    message: ({ limit }) => tell('value.minimum', { limit: shown(limit) }),
  },
  {
    ...bound,
    name: 'maximum',
    hint: 'The greatest number that is allowed.',
    check: compare((instance, limit) => instance <= limit),
    combination: { values: smaller },
    kin: 'high',
    translation: limited(high(false), low(true)),
    params: (limit) => ({ comparison: '<=', limit }),
    message: ({ limit }) => tell('value.maximum', { limit: shown(limit) }),
  },
  {
    ...bound,
    name: 'exclusiveMinimum',
    hint: 'Numbers are greater than this.',
    check: compare((instance, limit) => instance > limit),
    combination: { values: larger },
    kin: 'low',
    translation: limited(low(true), high(false)),
    params: (limit) => ({ comparison: '>', limit }),
    message: ({ limit }) => tell('value.exclusiveMinimum', { limit: shown(limit) }),
  },
  {
    ...bound,
    name: 'exclusiveMaximum',
    hint: 'Numbers are less than this.',
    check: compare((instance, limit) => instance < limit),
    combination: { values: smaller },
    kin: 'high',
    translation: limited(high(true), low(false)),
    params: (limit) => ({ comparison: '<', limit }),
    message: ({ limit }) => tell('value.exclusiveMaximum', { limit: shown(limit) }),
  },
];
