import { pointer } from '../base/index.js';

/** JSON Forms and RJSF write a place as names and positions with dots between them. */
const between = '.';

/** The names and positions of a path. */
export function partsOf(path: string): string[] {
  return path.split(between).filter((part) => part !== '');
}

/** A path of parts or of paths; what is empty adds nothing. */
export function joinedPath(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}

/** The same place as a JSON Pointer. */
export function pointerOf(path: string): string {
  return pointer(...partsOf(path));
}
