import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';

const byteOrderMark = '\ufeff';

/**
 * An edited text as it is to stand on the disk: with the byte order mark that the file has.
 * @param before the text as it was read, without the mark
 * @throws UsageError `usage/changed` where somebody has changed the file since it was read
 */
export function onDisk(folder: string, file: string, before: string, text: string): string {
  const now = readFileSync(join(folder, file), 'utf8');
  const isMarked = now.startsWith(byteOrderMark);
  if ((isMarked ? now.slice(1) : now) === before) return isMarked ? byteOrderMark + text : text;
  throw new UsageError(tell('usage/changed', { file }), tell('usage/changed:again'));
}
