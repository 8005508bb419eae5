import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { formView } from '../../../src/view/index.js';

const documents = [
  {
    kind: 'subject',
    id: 'person',
    elements: Object.fromEntries(
      ['id', 'scheme', 'note'].map((name) => [name, { title: name, schema: { type: 'string' } }]),
    ),
  },
  { kind: 'registry', id: 'records', subject: 'person', given: ['id'], gives: ['scheme'] },
  {
    kind: 'block',
    id: 'a',
    roles: { who: 'person' },
    inputs: [{ field: 'who.id' }, { field: 'who.note', when: { 'who.scheme': { const: 'x' } } }],
  },
  {
    kind: 'bundle',
    id: 'one',
    roles: { who: { type: 'person', many: { min: 1, max: 3 } } },
    registries: ['records'],
    uses: [{ block: 'a', each: 'who' }],
  },
];

const { plan } = composeBundle(loadCatalogue([], { documents: documents as never }), 'one');
const isNoteAsked = (view: { schema: unknown }) => JSON.stringify(view.schema).includes('"note"');

test('what stands where nobody is asked is a fact for the view, of the item with that key', () => {
  const data = (scheme: string) => ({ who: [{ $key: 'k', id: '1', scheme }] });
  expect(isNoteAsked(formView(plan, data('x'), { locale: 'en' }))).toBe(true);
  expect(isNoteAsked(formView(plan, data('y'), { locale: 'en' }))).toBe(false);
});

test('who says what counts for items too', () => {
  const data = { who: [{ $key: 'k', id: '1', scheme: 'x' }] };
  const told = { '/who/0/scheme': { from: 'registry' } };
  const view = formView(plan, data, { locale: 'en', sources: told });
  expect(isNoteAsked(view)).toBe(true);
  expect(view.data['who']).toHaveLength(1);
});
