import { defineMessages, messenger } from '../messages/index.js';
import type { MessageEntry } from '../messages/index.js';
import { codes } from './codes/index.js';
import type { CodeEntry } from './code.js';

/** What findings of every room say. */
export const diagnosticMessages = defineMessages({
  'fix.write-as': { en: 'Write: {text}', zh: '请写成：{text}' },
  'fix.write': { en: 'Write "{text}".', zh: '请写“{text}”。' },
});

/** Makes a message of what findings of every room say. */
export const tell = messenger(diagnosticMessages);

/** The message and the help of each code as messages: the help stands under `code:help`. */
export function codeMessages(): Record<string, MessageEntry> {
  const table: Record<string, MessageEntry> = {};
  for (const [code, entry] of Object.entries<CodeEntry>(codes)) {
    table[code] = { en: entry.message, zh: entry.zh };
    const help = helpOf(entry);
    if (help !== undefined) table[`${code}:help`] = help;
  }
  return table;
}

/** What to do about a finding with this code, where the catalogue of codes says it. */
export function helpOf({ help, helpZh }: CodeEntry): MessageEntry | undefined {
  return help === undefined || helpZh === undefined ? undefined : { en: help, zh: helpZh };
}
