import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import { loadCatalogue, loadPacked, packCatalogue } from '../../../src/catalogue/index.js';
import { guideMarkdown, guideOf } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { formView } from '../../../src/view/index.js';

const rest = {
  'catalogue.yaml': 'kind: catalogue\nid: t\nversion: 1.0.0\n',
  'b.yaml': `kind: block
id: b
roles: { f: form, g: form }
inputs:
  - { field: f.10, when: { f.2: { const: yes }, f.20: { const: yes } } }
  - { field: f.end }
  - { field: f.begin }
  - { field: g.2 }
  - { field: g.10 }
`,
  'one.yaml': `kind: bundle
id: one
roles:
  last: { type: form, title: Last }
  "3": { type: form, many: { max: 2 } }
  "1": form
uses: [{ block: b, with: { f: last, g: "3" }, each: "3" }]
`,
};
const yaml = `kind: subject
id: form
elements:
  begin: { title: Begin, schema: { type: string } }
  "10": { title: Box 10, schema: { type: string } }
  "20": { title: Box 20, schema: { enum: [yes, no] } }
  "2": { title: Box 2, schema: { enum: [yes, no] } }
  end: { title: End, schema: { type: string } }
`;
const json = `{ "kind": "subject", "id": "form", "elements": {
  "begin": { "title": "Begin", "schema": { "type": "string" } },
  "10": { "title": "Box 10", "schema": { "type": "string" } },
  "20": { "title": "Box 20", "schema": { "enum": ["yes", "no"] } },
  "2": { "title": "Box 2", "schema": { "enum": ["yes", "no"] } },
  "end": { "title": "End", "schema": { "type": "string" } } } }
`;

const load = (subject: Record<string, string>) =>
  loadCatalogue(Object.entries({ ...rest, ...subject }).map(([path, text]) => ({ path, text })));

/** The labels of the controls, in the order in which they stand. */
function labels({ elements = [], label, options }: JsonObject): string[] {
  const own = typeof label === 'string' ? [label] : [];
  const detail = (options as JsonObject | undefined)?.['detail'] as JsonObject | undefined;
  return [
    ...own,
    ...(elements as JsonObject[]).flatMap(labels),
    ...(detail === undefined ? [] : labels(detail)),
  ];
}

describe.each([
  ['YAML', load({ 'form.yaml': yaml })],
  ['JSON', load({ 'form.json': json })],
  ['a packed catalogue', loadPacked(JSON.stringify(packCatalogue(load({ 'form.yaml': yaml }))))],
])('ids that are numbers, in %s', (_, catalogue) => {
  const composition = composeBundle(catalogue, 'one');

  it('stand in the form as they were written: questions, items and roles', () => {
    expect(catalogue.diagnostics).toEqual([]);
    expect(
      labels(formView(composition, { last: { '2': 'yes', '20': 'yes' }, '3': [{}] }, { locale: 'en' }).ui),
    ).toEqual(['Last', 'Begin', 'Box 10', 'Box 20', 'Box 2', 'End', '3', '3', 'Box 10', 'Box 2']);
  });

  it('stand so in the guide, and among questions that decide equally much', () => {
    const text = guideMarkdown(guideOf(catalogue, composition, {}));
    expect(text.indexOf('Box 20')).toBeLessThan(text.indexOf('Box 2', text.indexOf('Box 20') + 5));
    expect(composition.form.questions.map(({ field }) => field)).toEqual(['last.20', 'last.2']);
  });
});
