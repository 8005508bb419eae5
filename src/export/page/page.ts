/** A piece of text. All of it comes out as text, whatever it looks like. */
export interface Piece {
  text: string;
  strong?: boolean;
  muted?: boolean;
  /** Where it leads; shown as a link where it is a web address, else left out. */
  url?: string;
}

/** One line of text. */
export type Line = readonly Piece[];

/** A point of a list, with what belongs under it. */
export interface Item {
  line: Line;
  more?: readonly Line[];
}

/** A column of a table. */
export interface Column {
  title: string;
  isNumber?: boolean;
  /** Its share of the width in twelfths, where there is room for columns; what it needs when left out. */
  share?: 1 | 2 | 3 | 4 | 5 | 6;
}

/** What a page is built of. */
export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; ordered?: boolean; items: readonly Item[] }
  | {
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      /** The first cell of a row says what the row is about. */
      rows: readonly (readonly (readonly Line[])[])[];
    }
  | { kind: 'facts'; facts: readonly { term: string; lines: readonly Line[] }[] }
  | {
      kind: 'part';
      title: string;
      blocks: readonly Block[];
      /** Shown by its title alone until somebody opens it, where the format can do that; paper shows all of it. */
      isFolded?: boolean;
    };

/** A chapter of a page. */
export interface Chapter {
  /** An id for links within the page: letters, digits and `-`. */
  id: string;
  title: string;
  blocks: readonly Block[];
  /** As for a part. */
  isFolded?: boolean;
}

/** A page for people, of which the formats are written. */
export interface Page {
  /** BCP 47. */
  locale: string;
  title: string;
  lead: readonly Block[];
  contents: string;
  skip: string;
  chapters: readonly Chapter[];
  /** A term as it stands before what it is about: with a colon. */
  term: (text: string) => string;
  foot: Line;
  /** What machines are to find in the page, by name. */
  meta: Readonly<Record<string, string>>;
}

/** A line of one plain piece. */
export function plain(text: string): Line {
  return [{ text }];
}

/** Is it an address of the web that a page may link to? Others, as of scripts, are text. */
export function isWebAddress(url: string): boolean {
  try {
    const { protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}
