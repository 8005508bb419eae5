import { listOf } from '../../../messages/index.js';
import { tell } from '../../explain/messages.js';
import { never, nothing } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import { ALL_TYPES, BIT, typeKeyword, typeOf, typesOf } from '../type-set.js';
import { shown } from '../values.js';

/** Validation, section 6.1.1. */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'type',
    topic: 'type',
    shape: 'type',
    hint: 'The type: null, boolean, integer, number, string, array or object; or a list of types.',
    isInTypes: true,
    types: ALL_TYPES,
    check: (value, instance) => (typesOf(value) & BIT[typeOf(instance)]) !== 0,
    combination: { group: 'type', holdsTurn: true },
    glance: 'always',
    normal: (value) => {
      const types = typesOf(value);
      return types === ALL_TYPES ? undefined : typeKeyword(types);
    },
    translation: {
      holds: ({ value, type }) => ((typesOf(value) & type) !== 0 ? nothing : never),
      fails: ({ value, type }) => ((typesOf(value) & type) !== 0 ? never : nothing),
    },
    params: (type) => ({ type }),
    message: ({ type }) =>
      tell('value.type', { types: listOf((Array.isArray(type) ? type : [type]).map(shown), 'or') }),
    ajv: 'exact',
  },
];
