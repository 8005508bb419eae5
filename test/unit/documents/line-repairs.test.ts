import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';

/** Where the syntax of a document stops, and why. */
function found(text: string): string[] {
  return loadCatalogue([{ path: 'a.yaml', text }])
    .diagnostics.filter(({ code }) => code === 'documents/syntax')
    .map(({ message, at }) => {
      const { line = 0, column = 0 } = at.range?.start ?? {};
      return `${line}:${column} ${message.replace(/^The text is not YAML: (.*)\.$/s, '$1')}`;
    });
}

describe('a Chinese colon behind a key', () => {
  const reason = 'a key ends in ":" and a space, not in the Chinese colon';

  it.each([
    ['before a mapping', 'kind: block\ntitle： { zh: 一, en: One }\nid: a\n', `2:6 ${reason}`],
    ['before a word, noticed on the next line', 'kind: block\nauthority：police\nid: a\n', `2:10 ${reason}`],
    ['after a space', 'kind: block\nauthority： police\nid: a\n', `2:10 ${reason}`],
    ['deep inside', 'kind: block\ninputs:\n  - field: a.b\n    optional：true\n    title: x\n', undefined],
    ['of a Chinese key', 'kind: subject\nelements:\n  姓名：{}\n  性别: {}\n', `3:5 ${reason}`],
  ])('%s', (_, text, expected) => {
    if (expected === undefined) expect(found(text)).toEqual([expect.stringContaining(reason)]);
    else expect(found(text)).toEqual([expected]);
  });

  it('is blamed only where the text can be read further without it', () => {
    const text = 'kind: block\ndescription: |\n  注意：一\n  说明：二\nid: [a\n';
    expect(found(text).join()).not.toContain('Chinese colon');
    expect(found('kind: block\nid: a\ndescription: 注意：一\n')).toEqual([]);
  });
});

describe('a slip of typing', () => {
  const helpOf = (text: string) =>
    loadCatalogue([{ path: 'a.yaml', text }]).diagnostics.map(({ help }) => help?.message);

  it.each([
    ['kind: block\nid: a\nroles: ｛ p: person ｝\n', 'Write: roles: { p: person }'],
    ['kind: block\nid:a\ntitle: x\n', 'Write: id: a'],
    ['kind: block\nid: a\ninputs:\n  -field: p.name\n  - field: p.sex\n', 'Write: - field: p.name'],
    ['kind: block\nid: a\nroles: { p: person\ntitle: x\n', 'Write: roles: { p: person }'],
    ['kind: block\nid: a\ntitle: Steps: one, two\n', 'Write: title: "Steps: one, two"'],
    ['kind: block\nid: a\ninputs:\n  - field: p.name\n   optional: true\n', 'Write: optional: true'],
  ])('%j is shown as it should be', (text, help) => {
    expect(helpOf(text)).toContain(help);
  });

  it('is not looked for in a text that is long', () => {
    const long = `kind: block\nid:a\ntitle: x\n${'# comment\n'.repeat(20_001)}`;
    expect(helpOf(long)).toEqual([undefined]);
  });

  it('is not claimed where nothing helps', () => {
    expect(helpOf('kind: block\nid: [a\n  }{: \n')).toEqual([undefined]);
  });
});
