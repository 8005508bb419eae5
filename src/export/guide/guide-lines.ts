import { omitUndefined } from '../../base/index.js';
import type { Line } from '../page/page.js';
import type { GuideBasis } from './guide.js';

/** A basis, and where its text stands. */
export function basisLine({ text, uri }: GuideBasis): Line {
  return [{ text, ...omitUndefined({ url: uri }) }];
}

/** A sentence begins with a capital letter, in the scripts that have them. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
