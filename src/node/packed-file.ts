import { assertArguments } from '../messages/index.js';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { isPackedText } from '../catalogue/index.js';

/** The bytes of a packed catalogue; undefined where the path is no file that begins as one does. */
export function readPacked(path: string): Uint8Array | undefined {
  return isPackedFile(path) ? readFileSync(path) : undefined;
}

/** Is the path a file that begins as a packed catalogue does? Only its beginning is read. */
export function isPackedFile(path: string): boolean {
  assertArguments('isPackedFile', { path: 'text' }, { path });
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const bytes = new Uint8Array(200);
  try {
    const file = openSync(path, 'r');
    try {
      return isPackedText(bytes.subarray(0, readSync(file, bytes)));
    } finally {
      closeSync(file);
    }
  } catch {
    // A file that may not be read is told of by whoever needs it.
    return false;
  }
}
