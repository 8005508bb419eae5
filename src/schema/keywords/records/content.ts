import type { KeywordRecord } from '../record.js';

const shared = { topic: 'content', types: 0, combination: { group: 'content' } } as const;

/** Validation, section 8: what a text holds is described, and nothing is decided by it. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'contentMediaType',
    shape: 'text',
    hint: 'The media type of what a text holds: image/png.',
  },
  { ...shared, name: 'contentEncoding', shape: 'text', hint: 'How a text holds it: base64.' },
  { ...shared, name: 'contentSchema', shape: 'schema', hint: 'The schema of what a text holds.' },
];
