import { listOf } from './argument.js';
import type { Message } from './argument.js';
import { defineMessages } from './entry.js';
import { messenger } from './messenger.js';

/** What was perhaps meant, in place of what was written. */
export const suggestionMessages = defineMessages({
  'suggestion.meant': { en: 'Did you mean {names}?', zh: '是否指{names}？' },
});

const tell = messenger(suggestionMessages);

/** Names the candidates that look like what was meant; undefined where there is none. */
export function didYouMean(names: readonly string[]): Message | undefined {
  return names.length === 0 ? undefined : tell('suggestion.meant', { names: listOf(names, 'or') });
}
