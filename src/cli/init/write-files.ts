import { existsSync, mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { literals, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { reasonOf } from '../output/write-file.js';
import type { FirstFile } from './first-files.js';

/**
 * Makes files below a folder, all of them or none: where one is there already, or one cannot be written, nothing is
 * left behind.
 * @throws UsageError `usage/init`
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, FirstFile>): void {
  const inTheWay = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  if (inTheWay.length > 0) {
    // Of a catalogue that is there already it would be every file: of many, the folders are enough.
    const folders = new Set(inTheWay.map((path) => path.replace(/\/.*/, '/')));
    const shown = inTheWay.length <= namedOneByOne ? inTheWay : [...folders];
    throw new UsageError(tell('usage/init', { files: literals(shown) }), tell('usage/init:elsewhere'));
  }
  const made: (() => void)[] = [];
  try {
    for (const [path, file] of files) {
      const place = join(folder, path);
      makeFolder(dirname(place), made);
      // Fails where somebody made it in the meantime.
      writeFileSync(place, file.text, { flag: 'wx', mode: file.isExecutable === true ? 0o755 : 0o644 });
      made.push(() => rmSync(place));
    }
  } catch (error) {
    for (const undo of made.reverse()) undo();
    throw new UsageError(tell('usage/init:failed', { folder, reason: reasonOf(error) }));
  }
}

const namedOneByOne = 6;

function makeFolder(folder: string, made: (() => void)[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(() => rmdirSync(folder));
}
