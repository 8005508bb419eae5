import { own } from '../base/index.js';
import type { Arg } from './argument.js';
import type { MessageEntry, MessageTable, SlotsOf, Unquoted } from './entry.js';
import { fillEntry } from './fill.js';
import type { Wording } from './fill.js';
import type { Language } from './language.js';

/** What has to be said beside the key: parts that are in words already, or arguments of messages. */
export type SayArgs<E extends MessageEntry> = [SlotsOf<E>] extends [never]
  ? []
  : [args: Readonly<Record<Unquoted<SlotsOf<E>>, Arg>>];

/** Says a message of a table in a language that is settled. */
export type SayOf<T extends MessageTable> = <K extends keyof T & string>(
  key: K,
  ...args: SayArgs<T[K]>
) => string;

/** How to say the messages of a table in a language: for what is shown at once and kept nowhere. */
export function sayer<T extends MessageTable>(
  table: T,
  language: Language,
  find: Wording['find'] = () => undefined,
): SayOf<T> {
  return (key, ...[args]) => fillEntry(own(table as MessageTable, key)!, args ?? {}, { language, find });
}
