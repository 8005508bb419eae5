import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/base/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import type { Composition } from '../../../src/model/index.js';
import { composeBundle, project } from '../../../src/plan/index.js';
import { reconcileDefaults } from '../../../src/schema/index.js';
import { formView } from '../../../src/view/index.js';
import { codesOf, compose, propertyAt } from './build-catalogue.js';

/** One field that blocks narrow, and what the form says of it. */
function formOf(element: JsonSchema, ...narrowings: JsonSchema[]) {
  const composition = compose({
    elements: { it: element },
    blocks: Object.fromEntries(
      narrowings.map((schema, index) => [`b${index}`, { inputs: [{ field: 'person.it', schema }] }]),
    ),
  });
  const [field] = composition.form.fields;
  return {
    property: propertyAt(composition, 'person', 'it') as JsonObject,
    suggested: suggestionsOf(composition),
    field: field!.schema as JsonObject,
    codes: codesOf(composition),
  };
}

/** What a form suggests, as views of it are told. */
function suggestionsOf({ plan }: Composition): JsonValue[] {
  return plan.form.content!.places.flatMap(({ schema, narrowings = [] }) =>
    [schema, ...narrowings.map((one) => one.schema)].flatMap((one) =>
      typeof one === 'object' && one['default'] !== undefined ? [one['default']] : [],
    ),
  );
}

describe('a default', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['a list', { enum: ['a', 'b'], default: 'b' }, { enum: ['a'] }],
    ['a length', { type: 'string', default: 'abcd' }, { maxLength: 3 }],
    ['a pattern', { type: 'string', default: 'x' }, { pattern: '^a' }],
    ['the element itself', { type: 'string' }, { default: 5 }],
    [
      'a definition',
      { type: 'string', default: 'abcd' },
      { $ref: '#/$defs/s', $defs: { s: { maxLength: 3 } } },
    ],
  ])('that is refused by %s is in no form, and is told', (_, element, narrowing) => {
    const { property, field, codes } = formOf(element, narrowing);
    expect(property).not.toHaveProperty('default');
    expect(field).not.toHaveProperty('default');
    expect(codes).toEqual(['compose/default-refused']);
  });

  it('that everybody takes stays', () => {
    const { property, suggested, codes } = formOf(
      { enum: ['a', 'b'], default: 'a' },
      { enum: ['a'] },
      { default: 'a' },
    );
    expect(new Set(suggested)).toEqual(new Set(['a']));
    // Many a renderer and validator would make a value of it.
    expect(property).not.toHaveProperty('default');
    expect(codes).toEqual([]);
  });

  it('of a part is judged as a part', () => {
    const part = (schema: JsonObject) => ({ type: 'object', properties: { at: schema } });
    const { property, codes } = formOf(part({ default: 'abcd' }), part({ maxLength: 3 }));
    expect(JSON.stringify(property)).not.toContain('default');
    expect(codes).toEqual(['compose/default-refused']);
    const items = formOf({ type: 'array', items: { default: 'abcd' } }, { items: { maxLength: 3 } });
    expect(JSON.stringify(items.property)).not.toContain('default');
  });

  it('of the element counts, then that of the first block by name', () => {
    const blocks = formOf({ enum: ['de', 'en'] }, { default: 'en' }, { default: 'de' });
    expect(blocks.suggested).toEqual(['en']);
    expect(blocks.codes).toEqual(['compose/defaults-differ']);
    const element = formOf({ enum: ['de', 'en'], default: 'de' }, { default: 'en' });
    expect(element.suggested).toEqual(['de']);
  });

  it('that is refused gives way to one that is taken', () => {
    const { suggested, codes } = formOf({ enum: ['a', 'b'], default: 'b' }, { enum: ['a'], default: 'a' });
    expect(suggested).toEqual(['a']);
    expect(codes).toEqual(['compose/default-refused']);
  });

  it('that is refused in one situation is suggested in none, unless the two never meet', () => {
    const when = (married: boolean) => ({ 'person.married': { const: married } });
    const one = (guard: boolean) =>
      compose({
        elements: { it: { type: 'string' } },
        blocks: {
          a: { inputs: [{ field: 'person.it', schema: { default: 'abcd' }, when: when(true) }] },
          b: { inputs: [{ field: 'person.it', schema: { maxLength: 3 }, when: when(guard) }] },
        },
      });
    expect(suggestionsOf(one(true))).toEqual([]);
    expect(codesOf(one(true))).toEqual(['compose/default-refused']);
    expect(suggestionsOf(one(false))).toEqual(['abcd']);
    expect(codesOf(one(false))).toEqual([]);
  });

  it('is told at its line, with the line of who refuses it; once where a schema refuses its own', () => {
    const files = {
      'catalogue.yaml': 'kind: catalogue\nid: t\nversion: 1.0.0\n',
      'person.yaml': `kind: subject
id: person
elements:
  pay:
    schema:
      enum: [card, cash, cheque]
      default: cheque
  wrong:
    schema:
      type: string
      maxLength: 2
      default: long
`,
      'a.yaml': `kind: block
id: a
roles: { person: person }
inputs:
  - field: person.pay
    schema: { enum: [card, cash] }
  - field: person.wrong
`,
      'one.yaml': 'kind: bundle\nid: one\nroles: { person: person }\nuses: [{ block: a }]\n',
    };
    const catalogue = loadCatalogue(Object.entries(files).map(([path, text]) => ({ path, text })));
    const { diagnostics } = checkCatalogue(catalogue);
    const line = ({ file, range }: { file: string; range?: { start: { line: number } } }) =>
      `${file}:${range?.start.line}`;
    expect(
      diagnostics.map(({ code, at, related }) => [code, line(at), ...related.map((one) => line(one.at))]),
    ).toEqual([
      ['compose/default-refused', 'person.yaml:7', 'a.yaml:6'],
      ['schema/default-refused', 'person.yaml:12'],
    ]);
    expect(diagnostics[0]!.related.map(({ message }) => message)).toEqual([
      '"a" says {"enum":["card","cash"]}',
    ]);
    expect(JSON.stringify(composeBundle(catalogue, 'one').form.schema)).not.toContain('"default"');
  });
});

describe('a suggestion', () => {
  const composition = compose({
    elements: { it: { enum: ['de', 'en'], default: 'en' }, note: { type: 'string' } },
    blocks: { a: { inputs: [{ field: 'person.it' }, { field: 'person.note', optional: true }] } },
  });

  it('is shown in its own place, and is no value', () => {
    const { schema, ui, rjsf } = formView(composition, {}, { locale: 'en' });
    expect(JSON.stringify(schema)).not.toContain('"default"');
    expect(JSON.stringify(ui)).toContain('"suggestion":{"value":"en","text":"Suggestion: en"}');
    expect(JSON.stringify(rjsf)).toContain('"ui:help":"Suggestion: en"');
    expect(
      JSON.stringify(formView(composition, { person: { it: 'de' } }, { locale: 'en' }).ui),
    ).not.toContain('suggestion');
  });

  it('is never taken for an answer', () => {
    const { steps } = project(composition.plan, { person: {} });
    expect(steps[0]!.payload).toEqual({});
    expect(steps[0]!.missing).toContain('person.it');
  });
});

describe('defaults of schemas', () => {
  it('are looked for in alternatives and definitions, each by what its own place takes', () => {
    const { schemas, refused } = reconcileDefaults([
      {
        anyOf: [{ type: 'string', default: 1 }],
        $defs: { d: { enum: ['a'], default: 'b' }, e: { default: 'c' } },
      },
    ]);
    expect(refused.map(({ pointer }) => pointer).sort()).toEqual(['/$defs/d/default', '/anyOf/0/default']);
    expect(schemas).toEqual([
      { anyOf: [{ type: 'string' }], $defs: { d: { enum: ['a'] }, e: { default: 'c' } } },
    ]);
  });

  it('stay where it is open whether they are refused', () => {
    const open = { pattern: '^(a+)\\1$', default: 'a'.repeat(5_001) };
    expect(reconcileDefaults([open]).refused).toEqual([]);
  });
});
