/** One format: a named set of texts (JSON Schema draft 2020-12 validation, section 7). */
export interface Format {
  readonly name: string;
  /** The standard and section that defines it. */
  readonly source: string;
  /** A regular expression (`u` flag, anchored) that every text of the format matches. */
  readonly pattern: string;
  /** What the pattern cannot say. Left out: the pattern says it all. */
  readonly check?: (text: string) => boolean;
  /** Texts of the format, ordinary ones first. May go on for a while; take as many as needed. */
  readonly samples: () => Iterable<string>;
  /** Formats all of whose texts contain those of this one. */
  readonly within?: readonly string[];
  /** Facts that a text of the format carries, by name: all parts are texts. Asked only of texts that are in the format. */
  readonly derive?: (text: string) => Readonly<Record<string, string>>;
}
