/** Bounds on a catalogue as a whole. */
export const catalogueLimits = {
  /** Documents, those of imports included. */
  files: 150_000,
  /** Catalogues importing catalogues, one within the other. */
  importDepth: 32,
} as const;
