import type { Format } from './format.js';

/** How the texts of one format lie to those of another. `unknown`: neither proven nor refuted. */
export type FormatRelation = 'equal' | 'narrower' | 'wider' | 'disjoint' | 'unknown';

/** The formats that a host knows, and what is known of them. */
export interface FormatTable {
  /** The names, in the order of declaration. */
  readonly names: readonly string[];
  /** The declaration, or undefined for a format that is not in the table. */
  get(name: string): Format | undefined;
  /** How the texts of `a` lie to those of `b`: `narrower` says that every text of `a` is one of `b`. */
  relation(a: string, b: string): FormatRelation;
  /** Is the text of the format? Undefined for a format that is not in the table. */
  validate(name: string, text: string): boolean | undefined;
  /** Texts of the format, ordinary ones first; none for a format that is not in the table. */
  samples(name: string): Iterable<string>;
  /** A regular expression that every text of the format matches. */
  pattern(name: string): string | undefined;
  /** Does every text that matches {@link FormatTable.pattern} belong to the format? */
  isExact(name: string): boolean;
  /** Facts that a text carries, such as the birth date in a resident identity number. Undefined unless it is valid. */
  derive(name: string, text: string): Readonly<Record<string, string>> | undefined;
  /** A table with more formats; those of the same name are replaced. */
  extend(formats: readonly Format[]): FormatTable;
}
