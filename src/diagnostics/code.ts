import type { SameSlots } from '../messages/index.js';
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

/** Entries whose languages do not name the same arguments, in the same quotation marks, are of no type. */
type SoundCode<E extends CodeEntry> =
  SameSlots<E['message'], E['zh']> extends true
    ? E extends { help: infer Help extends string }
      ? E extends { helpZh: infer HelpZh extends string }
        ? SameSlots<Help, HelpZh> extends true
          ? CodeEntry
          : { helpZh: 'does not name the same arguments' }
        : { helpZh: string }
      : CodeEntry
    : { zh: 'does not name the same arguments' };

/**
 * Keeps the literal types of a table of codes: an unknown code, a missing argument or a placeholder that one language
 * lacks does not compile.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineCodes<const T extends Record<string, CodeEntry>>(
  table: T & { [K in keyof T]: SoundCode<T[K]> },
): T {
  return table;
}
