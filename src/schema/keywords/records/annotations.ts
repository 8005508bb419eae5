import { deepEqual } from '../../../base/index.js';
import type { Combine, KeywordRecord } from '../record.js';

const first: Combine = (a) => a;
const either: Combine = (a, b) => a === true || b === true;
const joined: Combine = (a, b) =>
  Array.isArray(a) && Array.isArray(b)
    ? [...a, ...b.filter((example) => !a.some((other) => deepEqual(other, example)))]
    : a;

const shared = { topic: 'annotation', types: 0 } as const;

/** Validation, section 9; core, section 8.3: they describe and constrain nothing. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'title',
    shape: 'text',
    hint: 'A short name.',
    combination: { annotations: first },
  },
  {
    ...shared,
    name: 'description',
    shape: 'text',
    hint: 'An explanation.',
    combination: { annotations: first },
    isInTypes: true,
  },
  {
    ...shared,
    name: 'default',
    shape: 'any',
    hint: 'A value to begin with.',
    combination: { annotations: first },
  },
  {
    ...shared,
    name: 'examples',
    shape: 'array',
    hint: 'Values that are typical.',
    combination: { annotations: joined },
  },
  {
    ...shared,
    name: 'deprecated',
    shape: 'boolean',
    hint: 'No longer to be used.',
    combination: { annotations: either },
    isInTypes: true,
  },
  {
    ...shared,
    name: 'readOnly',
    shape: 'boolean',
    hint: 'Shown, not changed.',
    combination: { annotations: either },
  },
  {
    ...shared,
    name: 'writeOnly',
    shape: 'boolean',
    hint: 'Taken, not shown.',
    combination: { annotations: either },
  },
  {
    ...shared,
    name: '$comment',
    shape: 'text',
    hint: 'A note to people who maintain the schema.',
    combination: { annotations: first },
  },
];
