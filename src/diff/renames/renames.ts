/** The ids of the new version by those of the old one that they have come in place of. */
export interface Renames {
  block: ReadonlyMap<string, string>;
  bundle: ReadonlyMap<string, string>;
}
