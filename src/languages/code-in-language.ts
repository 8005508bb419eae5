import type { CodeEntry } from '../diagnostics/index.js';
import type { Language } from '../messages/index.js';

/** What a code says of itself, with the placeholders that a finding fills. */
export function codeInLanguage(
  entry: CodeEntry,
  language: Language,
): { message: string; help: string | undefined; why: string } {
  return language === 'zh'
    ? { message: entry.zh, help: entry.helpZh, why: entry.whyZh }
    : { message: entry.message, help: entry.help, why: entry.why };
}
