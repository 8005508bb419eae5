import type { KeywordRecord } from '../record.js';
import { unlessEmpty } from '../values.js';

const shared = { topic: 'identity', types: 0 } as const;

/** Core, sections 8.1 and 8.2: where references start and lead to. Schemas of older drafts hold two more. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: '$defs',
    shape: 'schema-map',
    hint: 'Schemas to refer to, by name.',
    combination: 'apart',
  },
  {
    ...shared,
    name: 'definitions',
    renamed: '$defs',
    shape: 'schema-map',
    hint: 'Schemas to refer to, by name.',
    combination: 'apart',
    normal: unlessEmpty,
  },
  {
    ...shared,
    name: '$anchor',
    shape: 'text',
    hint: 'A name to refer to this schema by.',
    combination: 'differing',
    isSealed: true,
  },
  {
    ...shared,
    name: '$dynamicAnchor',
    shape: 'text',
    hint: 'A name that an outer schema may take over.',
    combination: 'differing',
    isSealed: true,
  },
  {
    ...shared,
    name: '$id',
    shape: 'reference',
    hint: 'The address of this schema.',
    combination: 'differing',
    isSealed: true,
  },
  {
    ...shared,
    name: '$schema',
    shape: 'reference',
    hint: 'The draft; 2020-12 is the only one that is read.',
    combination: { annotations: (first) => first },
  },
  {
    ...shared,
    name: '$vocabulary',
    shape: 'any',
    hint: 'The vocabularies of a metaschema.',
    combination: 'differing',
  },
];
