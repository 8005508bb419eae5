/** A document as text: YAML, or JSON where the path ends in `.json`. */
export interface SourceFile {
  /** Relative to the catalogue, with forward slashes. */
  path: string;
  text: string | Uint8Array;
  /** The bytes of the file, where it is so large that `text` is only its beginning. */
  size?: number;
}

/** A document of the catalogue, as it was written, and the file that holds it. */
export interface Entry<T> {
  readonly document: T;
  readonly file: string;
}
