/** What an author wrote, and what something is called, is in messages of every language as it is. */
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import { render } from '../../../src/languages/index.js';
import type { UsageError } from '../../../src/messages/index.js';
import { authorText, defineMessages, listOf, messenger } from '../../../src/messages/index.js';
import { composeBundle } from '../../../src/plan/index.js';

const block = (id: string, before: string, because: string) => ({
  path: `${id}.yaml`,
  text: `kind: block\nid: ${id}\nroles: { p: person }\ninputs: [ { field: p.name } ]\nprerequisites: [ { block: ${before}, because: ${because} } ]`,
});

const ring = loadCatalogue([
  { path: 'catalogue.yaml', text: 'kind: catalogue\nid: t\nversion: 1.0.0' },
  { path: 'p.yaml', text: 'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }' },
  block('done', 'approved', '"nothing"'),
  block('approved', 'done', '{ en: a text, zh: 申请人须知 }'),
  {
    path: 'b.yaml',
    text: 'kind: bundle\nid: approved\nroles: { p: person }\napplicant: p\nuses: [ { block: done }, { block: approved } ]',
  },
]);

describe('the words of an author', () => {
  const found = checkCatalogue(ring).diagnostics.find(({ code }) => code === 'order/cycle')!;

  test('stay, and are those of the language of the reader where the author gave them', () => {
    const said = found.related.map((one) => render(one, 'zh'));
    expect(said).toContain('“done”等待“approved”：“approved”是其前置事项：nothing');
    expect(said).toContain('“approved”等待“done”：“done”是其前置事项：申请人须知');
    expect(found.related.map(({ message }) => message)).toContain(
      '"approved" waits for "done": "done" is its prerequisite: a text',
    );
  });

  test('survive being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(found)) as typeof found;
    expect(render(kept, 'zh')).toBe(render(found, 'zh'));
    expect(render(found, 'zh')).toContain('“approved” → “done”');
  });
});

test('what is suggested is what has to be typed', () => {
  const mistake = (): UsageError => {
    try {
      composeBundle(ring, 'aproved');
    } catch (error) {
      return error as UsageError;
    }
    throw new Error('Composed.');
  };
  expect(render(mistake().help!, 'zh')).toBe('是否指“approved”？');
});

test('an argument that looks like a place of an argument, or of a list, is put in once and as it is', () => {
  const table = defineMessages({ x: { en: '"{a}": {b}', zh: '“{a}”：{b}' } });
  const message = messenger(table)('x', {
    a: '{b} $& true or false',
    b: listOf([authorText('{a}, "b" or "c".'), 'nothing'], 'or'),
  });
  expect(message.message).toBe('"{b} $& true or false": {a}, "b" or "c". or "nothing"');
});
