import type { Message, PlainArg, QuotedArg } from './argument.js';

/** A message in every language, with `{name}` for each argument. */
export interface MessageEntry {
  /** Where the message counts something, the argument `count` chooses the form. */
  en: string | { one: string; other: string };
  /** Chinese has one form for any number. */
  zh: string;
}

/** Messages by their key: a code, or `code:variant` where several sentences have one code. */
export type MessageTable = Readonly<Record<string, MessageEntry>>;

/** `"name"` where quotation marks stand around the place of an argument, else `name`. */
type Slot<
  Before extends string,
  Name extends string,
  After extends string,
> = Before extends `${string}${'"' | '“'}`
  ? After extends `${'"' | '”'}${string}`
    ? `"${Name}"`
    : Name
  : Name;

/** The places of arguments in a text. Braces around anything but a name are text. */
export type Slots<Text extends string> = Text extends `${infer Before}{${infer Rest}`
  ? Rest extends `${infer Name}}${infer After}`
    ? Name extends '' | `${string}${' ' | '{'}${string}`
      ? Slots<Rest>
      : Slot<Before, Name, After> | Slots<After>
    : never
  : never;

/** The name of an argument, without quotation marks. */
export type Unquoted<S extends string> = S extends `"${infer Name}"` ? Name : S;

/** The English of an entry that names every argument. */
type TemplateOf<E extends MessageEntry> = E['en'] extends { other: infer Other extends string }
  ? Other
  : E['en'] extends string
    ? E['en']
    : never;

/** The places of arguments in an entry. */
export type SlotsOf<E extends MessageEntry> = Slots<TemplateOf<E>>;

/** What has to be said for these places: a bare text only where quotation marks tell it from a sentence. */
export type ArgsFor<S extends string> = {
  readonly [N in Unquoted<S>]: `"${N}"` extends S ? QuotedArg : PlainArg;
};

/** What has to be said beside the key of a message: nothing where it has no arguments. */
export type ArgsOfEntry<E extends MessageEntry> = [SlotsOf<E>] extends [never]
  ? []
  : [args: ArgsFor<SlotsOf<E>>];

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Do two texts name the same arguments, in the same quotation marks? */
export type SameSlots<A extends string, B extends string> = Same<Slots<A>, Slots<B>>;

/** Does the singular name no argument that the plural has not? It may spell the number out. */
type IsPart<E extends MessageEntry> = E['en'] extends { one: infer One extends string }
  ? Exclude<Slots<One>, SlotsOf<E>> extends never
    ? true
    : false
  : true;

/** Entries whose languages do not name the same arguments, in the same quotation marks, are of no type. */
export type Sound<T extends MessageTable> = {
  [K in keyof T]: Same<SlotsOf<T[K]>, Slots<T[K]['zh']>> extends true
    ? IsPart<T[K]> extends true
      ? MessageEntry
      : { en: { one: 'names an argument that the plural does not name' } }
    : { zh: `does not name the same arguments: ${SlotsOf<T[K]> | 'none'}` };
};

/**
 * Keeps the literal types of a table of messages: an unknown key, a missing argument or a placeholder that one language
 * lacks does not compile.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineMessages<const T extends MessageTable>(table: T & Sound<T>): T {
  return table;
}

/** The code of a key: a variant stands behind a colon. */
export type CodeOf<K extends string> = K extends `${infer Code}:${string}` ? Code : K;

/** The key under which a message stands in its table. */
export function keyOf({ code, variant }: Pick<Message, 'code' | 'variant'>): string {
  return variant === undefined ? code : `${code}:${variant}`;
}
