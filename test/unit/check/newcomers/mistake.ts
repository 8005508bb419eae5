import type { Code } from '../../../../src/diagnostics/index.js';

/** One mistake: what is written instead of what stands in a file of the town, and the one finding that it deserves. */
export interface Mistake {
  file: string;
  /** What stands there. */
  from: string;
  /** What somebody writes. */
  to: string;
  code: Code;
  /** What the finding says to write or to do: part of its message, its help or its fix. */
  says: string;
  /** Part of the line at which it stands; else the first line of what was written. */
  line?: string;
  /** The file of the finding, where it is another one. */
  at?: string;
  /** Nobody can tell yet what was meant: the finding stands at the line, without a remedy. */
  isOpen?: true;
}

/** Makes a mistake; what it is called is what is written. */
export const mistake = (
  file: string,
  from: string,
  to: string,
  code: Code,
  says: string,
  where: Pick<Mistake, 'line' | 'at' | 'isOpen'> = {},
): Mistake => ({ file, from, to, code, says, ...where });
