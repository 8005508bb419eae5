import { ALL_TYPES, BIT, NUMBER, typesOf } from '../keywords/type.js';
import type { Fact } from './facts.js';
import { all, never, nothing, type Keyword, type Meaning, type Translation } from './translate.js';

const number = ({ value }: Keyword): number => (typeof value === 'number' ? value : Number.NaN);
const text = ({ value }: Keyword): string => (typeof value === 'string' ? value : '');

const bound = (
  types: number,
  holds: (limit: number) => Fact,
  fails: (limit: number) => Fact,
): Translation => ({
  types,
  holds: (keyword) => all(holds(number(keyword))),
  fails: (keyword) => all(fails(number(keyword))),
});

const low =
  (open: boolean) =>
  (value: number): Fact => ({ kind: 'low', value, open });
const high =
  (open: boolean) =>
  (value: number): Fact => ({ kind: 'high', value, open });
const atLeast =
  (kind: 'length' | 'count') =>
  (min: number): Fact => ({ kind, min, max: Infinity });
const atMost =
  (kind: 'length' | 'count') =>
  (max: number): Fact => ({ kind, min: 0, max });
const fewer =
  (kind: 'length' | 'count') =>
  (min: number): Fact => ({ kind, min: 0, max: min - 1 });
const more =
  (kind: 'length' | 'count') =>
  (max: number): Fact => ({ kind, min: max + 1, max: Infinity });

const listed = (keyword: Keyword): Meaning =>
  all({ kind: 'listed', values: keyword.name === 'const' ? [keyword.value] : valuesOf(keyword) });
const excluded = (keyword: Keyword): Meaning =>
  all({ kind: 'excluded', values: keyword.name === 'const' ? [keyword.value] : valuesOf(keyword) });
const valuesOf = ({ value }: Keyword) => (Array.isArray(value) ? value : []);

/** The keywords that hold no subschemas. */
export const SCALAR_TRANSLATIONS: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  [
    'type',
    {
      types: ALL_TYPES,
      holds: ({ value, type }) => ((typesOf(value) & type) !== 0 ? nothing : never),
      fails: ({ value, type }) => ((typesOf(value) & type) !== 0 ? never : nothing),
    },
  ],
  ['enum', { types: ALL_TYPES, holds: listed, fails: excluded }],
  ['const', { types: ALL_TYPES, holds: listed, fails: excluded }],
  ['minimum', bound(NUMBER, low(false), high(true))],
  ['exclusiveMinimum', bound(NUMBER, low(true), high(false))],
  ['maximum', bound(NUMBER, high(false), low(true))],
  ['exclusiveMaximum', bound(NUMBER, high(true), low(false))],
  [
    'multipleOf',
    bound(
      NUMBER,
      (of) => ({ kind: 'multiple', of }),
      (of) => ({ kind: 'noMultiple', of }),
    ),
  ],
  ['minLength', bound(BIT.string, atLeast('length'), fewer('length'))],
  ['maxLength', bound(BIT.string, atMost('length'), more('length'))],
  [
    'pattern',
    {
      types: BIT.string,
      holds: (keyword) => all({ kind: 'pattern', pattern: text(keyword), positive: true }),
      fails: (keyword) => all({ kind: 'pattern', pattern: text(keyword), positive: false }),
    },
  ],
  [
    'format',
    {
      types: BIT.string,
      holds: (keyword) => all({ kind: 'format', format: text(keyword), positive: true }),
      fails: (keyword) => all({ kind: 'format', format: text(keyword), positive: false }),
    },
  ],
  ['minItems', bound(BIT.array, atLeast('count'), fewer('count'))],
  ['maxItems', bound(BIT.array, atMost('count'), more('count'))],
  ['minProperties', bound(BIT.object, atLeast('count'), fewer('count'))],
  ['maxProperties', bound(BIT.object, atMost('count'), more('count'))],
  [
    'uniqueItems',
    {
      types: BIT.array,
      holds: ({ value }) => (value === true ? all({ kind: 'unique' }) : nothing),
      fails: ({ value }) => (value === true ? all({ kind: 'repeats' }) : never),
    },
  ],
]);
