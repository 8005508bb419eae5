import type { Text } from './text.js';

/** A legal basis: the law or rule, and the article. */
export interface Basis {
  title: Text;
  article?: string;
  uri?: string;
}

/** What every document may carry. */
export interface DocumentBase {
  /** The published schema, by which an editor of JSON completes and checks; it has no meaning to onething. */
  $schema?: string;
  id: string;
  title?: Text;
  description?: Text;
  /** An equivalent term elsewhere, as an IRI. */
  same?: string;
  /** Where the facts of the document come from. */
  source?: string[];
}
