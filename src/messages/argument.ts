import type { Text } from './text.js';

/**
 * How the parts of a list are joined: `all` and `any` are for conditions, `then` is an arrow, for what follows one from
 * another, `line` puts each on a line.
 */
export type ListStyle = 'and' | 'or' | 'all' | 'any' | 'comma' | 'semicolon' | 'then' | 'line';

/** A name or a value: shown in quotation marks, as it is. */
export interface NameArg {
  name: string;
}

/** What stands in a document or is typed on a command line: shown as it is, without quotation marks. */
export interface LiteralArg {
  literal: string;
}

/** What an author wrote: shown as it is, in the language of the reader where the author gave it. */
export interface TextArg {
  text: Text;
}

/** Several parts, joined in words. A plain text among them is a name. */
export interface ListArg {
  list: readonly (string | Arg)[];
  by: ListStyle;
}

/** A message within another, or one that is told by itself. Plain JSON. */
export interface Message<C extends string = string> {
  /** Stable: what a host tells messages apart by. */
  code: C;
  /** Which sentence, where several have the code. */
  variant?: string;
  /** In English. Other languages are rendered from code and arguments. */
  message: string;
  args: Args;
}

/** What stands in a message between quotation marks. */
export type QuotedArg = string | number | TextArg;

/** What stands in a message without quotation marks: never a bare text, which could be a sentence in one language. */
export type PlainArg = number | NameArg | LiteralArg | TextArg | ListArg | Message;

/** What goes into a message. */
export type Arg = string | PlainArg;

/** What goes into a message, by name. */
export type Args = Readonly<Record<string, Arg>>;

/** A text that is shown as it is, without quotation marks: a duration, a keyword with its value, a command. */
export function literal(value: string): LiteralArg {
  return { literal: value };
}

/** A value of a document, as it is written there: a text in quotation marks, anything else as JSON. */
export function valueArg(value: unknown): NameArg | LiteralArg {
  return typeof value === 'string' ? { name: value } : { literal: JSON.stringify(value) };
}

/** The words of an author. */
export function authorText(text: Text): TextArg {
  return { text };
}

/** A list in words. A plain text in it is a name. */
export function listOf(parts: Iterable<string | Arg>, by: ListStyle): ListArg {
  return { list: [...parts], by };
}

/** Literals, joined: what is shown as it is. */
export function literals(values: Iterable<string>, by: ListStyle = 'comma'): ListArg {
  return listOf([...values].map(literal), by);
}
