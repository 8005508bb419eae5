import { widthOf, wrapText } from './wrap-text.js';

/** A cell: its text, and how it is painted once it is aligned. */
export type Cell = string | { text: string; paint: (text: string) => string };

/** How a table is set. */
export interface TableOptions {
  /** Columns of the whole table. */
  width: number;
  /** Spaces before each line. Left out: 0. */
  indent?: number;
  /** Indexes of columns whose cells stand at the right edge. */
  right?: readonly number[];
}

const gap = '  ';
/** Below this many columns the last column is not wrapped: it would be a ladder of single words. */
const narrowest = 24;

/** Rows as aligned lines. The last column is wrapped where it does not fit; nothing is cut. */
export function table(rows: readonly (readonly Cell[])[], options: TableOptions): string[] {
  const { width, indent = 0, right = [] } = options;
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(textOf(row[column])))),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + gap.length, indent);
  const last = width - before < narrowest ? Infinity : width - before;
  return rows.flatMap((row) => {
    const end = row[count - 1];
    const ends = end === undefined || right.includes(count - 1) ? [textOf(end)] : wrapText(textOf(end), last);
    return ends.map((text, line) => {
      const cells = Array.from({ length: count }, (_, column) => {
        const cell = column === count - 1 ? text : line === 0 ? textOf(row[column]) : '';
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        const painted = cell === '' ? '' : painter(row[column])(cell);
        return right.includes(column) ? space + painted : column === count - 1 ? painted : painted + space;
      });
      return (' '.repeat(indent) + cells.join(gap)).trimEnd();
    });
  });
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}

function painter(cell: Cell | undefined): (text: string) => string {
  return typeof cell === 'object' ? cell.paint : (text) => text;
}
