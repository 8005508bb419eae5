import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';

/** What marks the top of a project. */
const projectMarks = ['package.json', '.git', '.hg', '.jj'];

/** The project that a folder belongs to: the nearest folder at or above it that looks like one; else the folder. */
export function projectOf(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (projectMarks.some((mark) => existsSync(join(place, mark)))) return place;
    if (dirname(place) === place) return folder;
  }
}

/** Is the path the folder itself or below it? Both are real paths. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way)) || /^\.\.[^/\\]/.test(way);
}

/** The path with every link followed, or undefined where it leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
