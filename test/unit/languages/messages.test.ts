import { describe, expect, test } from 'vitest';
import { codes, createDiagnostic } from '../../../src/diagnostics/index.js';
import type { CodeEntry } from '../../../src/diagnostics/index.js';
import { findingInLanguage, sayIn } from '../../../src/languages/index.js';
import { languages } from '../../../src/messages/index.js';
import type { MessageEntry } from '../../../src/messages/index.js';
import { messages } from '../../../src/languages/messages.js';

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name!).sort();
const unique = (names: string[]): string[] => [...new Set(names)];
const hasHan = /\p{Script=Han}/u;

describe('every message', () => {
  test.each(Object.entries<MessageEntry>(messages))(
    '%s names the same arguments in each language',
    (_, entry) => {
      const forms = typeof entry.en === 'string' ? [entry.en] : [entry.en.one, entry.en.other];
      for (const form of [...forms, entry.zh]) expect(form).not.toBe('');
      const other = unique(namesIn(forms.at(-1)!));
      expect(unique(namesIn(entry.zh))).toEqual(other);
      // The singular may spell the number out.
      expect(unique([...namesIn(forms[0]!), ...other])).toEqual(other);
    },
  );

  test.each(Object.entries<CodeEntry>(codes))('%s says the same in Chinese', (_, entry) => {
    expect(unique(namesIn(entry.zh))).toEqual(unique(namesIn(entry.message)));
    expect(entry.zh).toMatch(hasHan);
    expect(entry.helpZh === undefined).toBe(entry.help === undefined);
    expect(unique(namesIn(entry.helpZh ?? ''))).toEqual(unique(namesIn(entry.help ?? '')));
  });
});

describe('saying', () => {
  test('chooses the form by the number', () => {
    expect(sayIn('en')('check.blocks', { count: 1 })).toBe('1 block');
    expect(sayIn('en')('check.blocks', { count: 0 })).toBe('0 blocks');
    expect(sayIn('zh')('check.blocks', { count: 1 })).toBe('1 个事项');
  });

  test('every language says something', () => {
    for (const language of languages) expect(sayIn(language)('findings.noErrors')).not.toBe('');
  });
});

describe('a finding in another language', () => {
  test('says names as they are, whatever they are called', () => {
    const finding = createDiagnostic(
      'catalogue/unknown-key',
      { key: 'nothing' },
      { file: 'a.yaml', pointer: '' },
    );
    expect(findingInLanguage(finding, 'zh').message).toBe('键“nothing”在此没有意义。');
  });
});
