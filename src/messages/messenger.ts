import { omitUndefined, own } from '../base/index.js';
import type { Args, Message } from './argument.js';
import type { ArgsOfEntry, CodeOf, MessageEntry, MessageTable } from './entry.js';
import { fillEntry } from './fill.js';

/** Makes messages of one table. */
export type Tell<T extends MessageTable> = <K extends keyof T & string>(
  key: K,
  ...args: ArgsOfEntry<T[K]>
) => Message<CodeOf<K>>;

/** English needs no table: a message within another brings its own. */
const english = { language: 'en', find: () => undefined } as const;

/** How a room makes the messages of its table: `tell('code', { argument })`. */
/* @__NO_SIDE_EFFECTS__ */
export function messenger<T extends MessageTable>(table: T): Tell<T> {
  return (key, ...[args]) => messageOf(key, own(table as MessageTable, key)!, args ?? {});
}

/** The message alone, without what it is said of: a finding without its place. */
export function bareMessage<C extends string>({ code, variant, message, args }: Message<C>): Message<C> {
  return { code, ...omitUndefined({ variant }), message, args };
}

/** A message of an entry, with its English. */
export function messageOf<K extends string>(key: K, entry: MessageEntry, args: Args): Message<CodeOf<K>> {
  const [code, variant] = key.split(':') as [CodeOf<K>, string | undefined];
  const message = fillEntry(entry, args, english);
  return { code, ...omitUndefined({ variant }), message, args };
}
