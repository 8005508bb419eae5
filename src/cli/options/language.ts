import { languages } from '../../messages/index.js';
import { sayIn } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import type { CommandIo, Io } from '../io.js';

/** The language tag that the environment asks for (POSIX, Environment Variables, section 8.2). */
function environmentLanguage(io: Pick<Io, 'env'>): string | undefined {
  const named = [io.env['LC_ALL'], io.env['LC_MESSAGES'], io.env['LANG']].find(
    (value) => (value ?? '') !== '',
  );
  return /^[A-Za-z]{2,3}/.exec(named ?? '')?.[0].toLowerCase();
}

/**
 * The outside, with the language in which to speak to it.
 * @param argv the words of the command line: `--lang` counts before they are understood, so that mistakes in them are
 * told in it
 */
export function inItsLanguage(io: Io, argv: readonly string[]): CommandIo {
  const wished = languageNamed(argv);
  const languageTag = wished ?? environmentLanguage(io) ?? 'en';
  const language = languages.find((one) => one === languageTag) ?? 'en';
  return { ...io, say: sayIn(language), language, languageTag, documentLanguage: wished ?? 'en' };
}

function languageNamed(argv: readonly string[]): Language | undefined {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const named = words.flatMap((word, index) =>
    word === '--lang' ? (words[index + 1] ?? '') : word.startsWith('--lang=') ? word.slice(7) : [],
  );
  return languages.find((one) => one === named.at(-1));
}
