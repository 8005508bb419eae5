import type { ArgsOfEntry, Message } from '../../messages/index.js';
import { tell } from './messages.js';
import type { stopMessages } from './messages.js';

/** What has ended a search, and at which keyword. It is put into words only when somebody is told. */
export interface SearchEnd {
  keyword: string;
  inWords: () => Message;
}

/** The end of a search at a keyword. */
export function stopAt<K extends keyof typeof stopMessages>(
  keyword: string,
  key: K,
  ...args: ArgsOfEntry<(typeof stopMessages)[K]>
): SearchEnd {
  return { keyword, inWords: () => tell(key, ...args) };
}
