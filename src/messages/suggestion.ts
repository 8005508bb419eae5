import { suggest } from '../base/index.js';
import { listOf, literals } from './argument.js';
import type { Message } from './argument.js';
import { defineMessages } from './entry.js';
import { messenger } from './messenger.js';

/** What was perhaps meant, in place of what was written. */
export const suggestionMessages = defineMessages({
  'suggestion.meant': { en: 'Did you mean {names}?', zh: '是否指{names}？' },
  'suggestion.one-of': { en: 'It is one of: {values}.', zh: '可选值：{values}。' },
});

const tell = messenger(suggestionMessages);

/** Names the candidates that look like what was meant; undefined where there is none. */
export function didYouMean(names: readonly string[]): Message | undefined {
  return names.length === 0 ? undefined : tell('suggestion.meant', { names: listOf(names, 'or') });
}

/** What was perhaps meant by a word, among what there is; undefined where nothing looks like it. */
export function meantBy(word: string, candidates: Iterable<string>): Message | undefined {
  return didYouMean(suggest(word, candidates));
}

/** Names the values of a closed list. */
export function oneOfThese(values: readonly string[]): Message {
  return tell('suggestion.one-of', { values: literals(values) });
}
