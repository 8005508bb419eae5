/** JSON, pointers, comparisons, suggestions, errors. Knows nothing of the domain. */
export * from './json.js';
export { escapeMarkdown } from './markdown.js';
export * from './canonical.js';
export { contentHash, sourceHash } from './content-hash.js';
export * from './compare.js';
export * from './pointer.js';
export * from './backoff.js';
export * from './bounded-cache.js';
export * from './errors.js';
export { appendTo, groupBy } from './group-by.js';
export * from './scatter.js';
export * from './suggest.js';
export * from './name-words.js';
export { representationWords } from './word-forms.js';
export * from './key-of-value.js';
export { omitUndefined } from './omit-undefined.js';
export { visible } from './visible.js';
export * from './xml.js';
