import type { Severity } from './diagnostic.js';

/** One entry of the catalogue of codes. */
export interface CodeEntry {
  severity: Severity;
  /** One fact in English, present tense, with `{name}` for each argument. */
  message: string;
  /** The same in Chinese, with the same arguments. */
  zh: string;
  /** What to do, in English; may use the same arguments. */
  help?: string;
  /** The same in Chinese. */
  helpZh?: string;
  /** Why it matters: one to three sentences, for the docs page and `onething explain`. */
  why: string;
  /** The same in Chinese. */
  whyZh: string;
  /** A short document that gets the finding. */
  wrong: string;
  /** The document mended. */
  right: string;
  /** The version that retired the code; it stays listed. */
  retired?: string;
}

/** Keeps the literal types of a table of codes, so that an unknown code or argument does not compile. */
export function defineCodes<const T extends Record<string, CodeEntry>>(table: T): T {
  return table;
}

/** The names between braces in a message. Braces around anything but a name are text. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Rest extends `${infer Name}}${infer Tail}`
    ? Name extends `${string}${' ' | '{'}${string}`
      ? Placeholders<Rest>
      : Name | Placeholders<Tail>
    : never
  : never;
