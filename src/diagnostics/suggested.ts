import { suggest } from '../base/index.js';
import { didYouMean, literal } from '../messages/index.js';
import { tell } from './messages.js';
import type { DiagnosticDetails } from './create-diagnostic.js';

type Suggested = Pick<DiagnosticDetails, 'help' | 'meant'>;

/** The help that names what was meant in place of a word, and the fix where it is one; nothing where nothing looks like it. */
export function suggested(word: string, candidates: Iterable<string>): Suggested {
  return meantAs(suggest(word, candidates));
}

/** The help that shows what to write, where it is more than a word. */
export function writeAs(text: string | undefined): Suggested {
  return text === undefined ? {} : { help: tell('fix.write-as', { text: literal(text) }) };
}

/** The same where it is known what was meant. */
export function meantAs(meant: readonly string[]): Suggested {
  const help = didYouMean(meant);
  return help === undefined ? {} : { help, meant };
}
