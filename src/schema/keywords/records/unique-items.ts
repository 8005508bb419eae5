import { tell } from '../../explain/messages.js';
import { all, never, nothing } from '../../solve/translate.js';
import { firstDuplicate, hasDuplicates } from '../duplicates.js';
import type { KeywordRecord } from '../record.js';
import { BIT } from '../type-set.js';
import { shown, unless } from '../values.js';

/** Validation, section 6.4.3. */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'uniqueItems',
    topic: 'list',
    shape: 'boolean',
    hint: 'No two items of a list are equal.',
    types: BIT.array,
    check: (value, instance) => value !== true || !Array.isArray(instance) || !hasDuplicates(instance),
    combination: { values: (a, b) => a === true || b === true },
    // Without a schema for the items there are as many different ones as anybody asks for.
    glance: 'among-simple',
    normal: unless(false),
    translation: {
      holds: ({ value }) => (value === true ? all({ kind: 'unique' }) : nothing),
      fails: ({ value }) => (value === true ? all({ kind: 'repeats' }) : never),
    },
    params: (_, items) => (Array.isArray(items) ? { ...firstDuplicate(items) } : {}),
    message: ({ i, j }) => tell('value.uniqueItems', { one: shown(j), other: shown(i) }),
    // Ajv 8.20 compares by `valueOf` and `constructor`, which an item may have as properties of its own.
    ajv: (unique) => (instance) => unique !== true || !Array.isArray(instance) || !hasDuplicates(instance),
  },
];
