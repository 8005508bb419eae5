import type { Io } from '../io.js';
import { writeFiles } from './write-file.js';

/**
 * Writes what a command makes: into a file, or to the standard output where none is named or the name is `-`. The file
 * is there whole or not at all.
 * @throws UsageError `usage/output` where it cannot be written
 */
export function writeOutput(path: string | undefined, text: string, io: Io): void {
  if (path === undefined || path === '-') io.out(text);
  else writeFiles(new Map([[path, text]]), io);
}
