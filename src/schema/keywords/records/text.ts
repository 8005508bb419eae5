import { tell } from '../../explain/messages.js';
import { all, limited, type Keyword } from '../../solve/translate.js';
import { matches } from '../matching.js';
import type { KeywordRecord } from '../record.js';
import { lengthOf } from '../text-length.js';
import { BIT } from '../type-set.js';
import { larger, shown, smaller, textOf, unless } from '../values.js';

const text = ({ value }: Keyword): string => (typeof value === 'string' ? value : '');

const shared = { topic: 'text', types: BIT.string, glance: 'always', ajv: 'exact' } as const;

/** Validation, sections 6.3 and 7. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'minLength',
    shape: 'count',
    hint: 'How many characters a text has at least.',
    check: (value, instance) =>
      typeof instance !== 'string' || typeof value !== 'number' || lengthOf(instance) >= value,
    combination: { values: larger },
    normal: unless(0),
    translation: limited(
      (min) => ({ kind: 'length', min, max: Infinity }),
      (min) => ({ kind: 'length', min: 0, max: min - 1 }),
    ),
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.minLength', { limit: shown(limit) }),
  },
  {
    ...shared,
    name: 'maxLength',
    shape: 'count',
    hint: 'How many characters a text has at most.',
    check: (value, instance) =>
      typeof instance !== 'string' || typeof value !== 'number' || lengthOf(instance) <= value,
    combination: { values: smaller },
    translation: limited(
      (max) => ({ kind: 'length', min: 0, max }),
      (max) => ({ kind: 'length', min: max + 1, max: Infinity }),
    ),
    params: (limit) => ({ limit }),
    message: ({ limit }) => tell('value.maxLength', { limit: shown(limit) }),
  },
  {
    ...shared,
    name: 'pattern',
    shape: 'pattern',
    hint: 'A regular expression (ECMA-262, Unicode) that a text matches somewhere; anchor it with ^ and $.',
    check: (value, instance) =>
      typeof instance !== 'string' || typeof value !== 'string' || matches(value, instance),
    combination: 'apart',
    translation: {
      holds: (keyword) => all({ kind: 'pattern', pattern: text(keyword), positive: true }),
      fails: (keyword) => all({ kind: 'pattern', pattern: text(keyword), positive: false }),
    },
    params: (pattern) => ({ pattern }),
    message: ({ pattern }) => tell('value.pattern', { pattern: textOf(pattern) }),
  },
  {
    ...shared,
    name: 'format',
    shape: 'format',
    hint: 'What a text looks like: date, date-time, email, uri, cn-resident-id, cn-usci and others.',
    // Asserted where the table knows it; an unknown one only annotates.
    check: (value, instance, site) =>
      typeof instance !== 'string' ||
      typeof value !== 'string' ||
      (site.run.formats.validate(value, instance) ?? true),
    combination: { group: 'format', holdsTurn: true },
    translation: {
      holds: (keyword) => all({ kind: 'format', format: text(keyword), positive: true }),
      fails: (keyword) => all({ kind: 'format', format: text(keyword), positive: false }),
    },
    params: (format) => ({ format }),
    message: ({ format }) => tell('value.format', { format: textOf(format) }),
  },
];
