import { suggest } from '../base/index.js';
import { didYouMean } from '../messages/index.js';
import type { DiagnosticDetails } from './create-diagnostic.js';

type Suggested = Pick<DiagnosticDetails, 'help' | 'meant'>;

/** The help that names what was meant in place of a word, and the fix where it is one; nothing where nothing looks like it. */
export function suggested(word: string, candidates: Iterable<string>): Suggested {
  return meantAs(suggest(word, candidates));
}

/** The same where it is known what was meant. */
export function meantAs(meant: readonly string[]): Suggested {
  const help = didYouMean(meant);
  return help === undefined ? {} : { help, meant };
}
