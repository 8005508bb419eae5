/** Whatever goes into a message, its words stay and the argument is in it as it is. */
import { expect, test } from 'vitest';
import { render } from '../../../src/languages/index.js';
import { messages } from '../../../src/languages/messages.js';
import { literal } from '../../../src/messages/index.js';
import type { MessageEntry } from '../../../src/messages/index.js';

/** What a document, a command line or a handler may hold. */
const hostile = [
  '',
  '"',
  '“',
  '{a}',
  '{count}',
  '$&',
  '\n',
  'true or false',
  '已办结',
  '.',
  'a; b',
  '</script>',
];

test.each(Object.entries<MessageEntry>(messages))('%s', (key, { en, zh }) => {
  const english = typeof en === 'string' ? en : en.other;
  const names = [...english.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name!);
  const [code, variant] = key.split(':') as [string, string | undefined];
  for (const text of hostile) {
    const args = Object.fromEntries(names.map((name) => [name, literal(text)]));
    const message = { code, message: 'unknown', args, ...(variant === undefined ? {} : { variant }) };
    expect(render(message, 'en')).toBe(english.replaceAll(/\{[A-Za-z]+\}/g, () => text));
    const spaces = / ?\{[A-Za-z]+\} ?/g;
    const bare = (said: string): string => said.replaceAll(' ', '');
    expect(bare(render(message, 'zh'))).toBe(bare(zh.replaceAll(spaces, () => text)));
  }
});
