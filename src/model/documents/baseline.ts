/** A finding that is known and accepted for the time being. */
export interface Acceptance {
  /** The code of the finding. */
  code: string;
  /** The file of the finding, as the catalogue names it. */
  file: string;
  /** Where in the document it is: JSON Pointer (RFC 6901). */
  pointer: string;
  /** Why it is accepted, for whoever meets it next. */
  reason: string;
  /** The last day on which it is accepted (ISO 8601). Left out: until somebody takes the entry out. */
  until?: string;
}

/** The findings of a catalogue that are accepted for the time being. Errors cannot be. */
export interface Baseline {
  formatVersion: 1;
  accepted: Acceptance[];
}
