import type { Phrase } from './phrase.js';

/** What mistakes of the caller are told with. */
export const usagePhrases: readonly Phrase[] = [];
