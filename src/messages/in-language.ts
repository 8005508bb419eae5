import { fromEntries, omitUndefined } from '../base/index.js';
import { codes, fill, isCode } from '../diagnostics/index.js';
import type { CodeEntry, Diagnostic, DiagnosticArgs } from '../diagnostics/index.js';
import { fillChinese } from './fill-chinese.js';
import type { Language } from './message.js';
import { translate } from './translate.js';

/**
 * A finding with its message, its help and what it says of each contributor in another language. Names, values and
 * what documents say stay as they are.
 */
export function findingInLanguage(diagnostic: Diagnostic, language: Language): Diagnostic {
  if (language === 'en' || !isCode(diagnostic.code)) return diagnostic;
  const entry: CodeEntry = codes[diagnostic.code];
  const args = argsInLanguage(diagnostic.args, entry, language);
  const help = helpInLanguage(diagnostic, entry, args, language);
  return {
    ...diagnostic,
    message: fillChinese(entry.zh, args),
    related: diagnostic.related.map(({ at, message }) => ({ at, message: translate(message, language) })),
    ...omitUndefined({ help }),
  };
}

/** What a message puts into quotes is a name or a value, and not for translation. */
function argsInLanguage(args: DiagnosticArgs, { message }: CodeEntry, language: Language): DiagnosticArgs {
  const pairs = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' && !message.includes(`"{${name}}"`) ? translate(value, language) : value,
  ]);
  return fromEntries(pairs);
}

function helpInLanguage(
  { help, args: english }: Diagnostic,
  entry: CodeEntry,
  args: DiagnosticArgs,
  language: Language,
): string | undefined {
  if (help === undefined) return undefined;
  const isUsual = entry.help !== undefined && help === fill(entry.help, english);
  return isUsual && entry.helpZh !== undefined ? fillChinese(entry.helpZh, args) : translate(help, language);
}
