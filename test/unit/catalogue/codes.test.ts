import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/catalogue/index.js';
import { catalogueLimits, loadCatalogue } from '../../../src/catalogue/index.js';
import { codes } from '../../../src/diagnostics/index.js';
import { render } from '../../../src/languages/index.js';
import { person } from './load.js';

const block = (line: string): string => `kind: block\nid: a\nroles: { p: person }\n${line}`;
const element = (schema: string): string => `kind: subject\nid: a\nelements: { x: { schema: ${schema} } }`;
const manifest = 'kind: catalogue\nid: c\nversion: 1.0.0\n';

/** For each code a document that gets it, beside the person. Codes that only a disk can give are tested there. */
/** Eight schemas that all refer to each other: each order of them is a way of its own for the dynamic references. */
const named = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const manyWays = {
  $ref: 'a',
  $defs: Object.fromEntries(
    named.map((name) => [
      name,
      {
        $id: name,
        $dynamicAnchor: name,
        properties: Object.fromEntries(
          named.map((other) => [
            other,
            { items: { $ref: other }, not: { $dynamicRef: `${other}#${other}` } },
          ]),
        ),
      },
    ]),
  ),
};

const wrong: Readonly<Record<string, string | Uint8Array | readonly SourceFile[]>> = {
  'catalogue/key-of-one':
    'kind: bundle\nid: a\nroles: { p: { type: person, key: name } }\nuses: [{ block: b }]',
  'catalogue/key-not-single': [
    { path: 'a.yaml', text: 'kind: subject\nid: kid\nelements: { x: { schema: { type: array } } }' },
    {
      path: 'b.yaml',
      text: 'kind: bundle\nid: a\nroles: { p: { type: kid, many: {}, key: x } }\nuses: [{ block: b }]',
    },
  ],
  'documents/syntax': 'a: [',
  'documents/empty': '',
  'documents/several': 'kind: material\nid: a\n---\nkind: material\nid: b',
  'documents/too-large': new Uint8Array(11 * 1024 * 1024),
  'documents/too-deep': '['.repeat(1000),
  'documents/not-utf-8': new Uint8Array([0xff]),
  'documents/duplicate-key': 'kind: material\nid: a\nid: b',
  'documents/key-not-text': '[a]: b',
  'documents/unknown-alias': 'a: *b',
  'documents/alias-cycle': 'a: &b [*b]',
  'documents/alias-bomb': `a: &a [${'x,'.repeat(400)}]\nb: [${'*a,'.repeat(400)}]`,
  'documents/merge': 'kind: material\nid: a\n<<: 1',
  'documents/tag': 'kind: material\nid: !!binary a',
  'documents/number-changed': block('inputs: [ { field: p.name, codes: { a: 01 } } ]'),
  'documents/more-findings': `kind: material\nid: a\n${Array.from({ length: 1001 }, (_, index) => `x${index}: 1\n`).join('')}`,
  'documents/not-json': element('{ maximum: .inf }'),
  'catalogue/wrong-type': 'kind: material\nid: [a]',
  'catalogue/unknown-key': 'kind: material\nid: a\nx: 1',
  'catalogue/missing-key': 'kind: material',
  'catalogue/not-one-of': block('onReject: stop'),
  'catalogue/malformed': 'kind: material\nid: a b',
  'catalogue/out-of-range': 'kind: calendar\nid: a\nweekend: [8]',
  'catalogue/never-reached': block('places: { issue: [ { by: electronic }, { by: mail } ] }'),
  'catalogue/no-alternative': block('inputs: [ {} ]'),
  'catalogue/keys-together': block('inputs: [ { field: p.name, material: m, of: p } ]'),
  'catalogue/kind-missing': 'id: a',
  'catalogue/unknown-kind': 'kind: x\nid: a',
  'catalogue/duplicate-id': [1, 2].map((index) => ({
    path: `m${index}.yaml`,
    text: 'kind: material\nid: a',
  })),
  'catalogue/second-manifest': [1, 2].map((index) => ({ path: `m${index}.yaml`, text: manifest })),
  'catalogue/unknown-reference': block('authority: x'),
  'catalogue/unknown-role': block('inputs: [ { field: q.name } ]'),
  'catalogue/unknown-element': block('inputs: [ { field: p.x } ]'),
  'catalogue/unknown-binding':
    'kind: bundle\nid: a\nroles: { p: person }\nuses: [ { bundle: a, with: { q: p } } ]',
  'catalogue/not-a-field': block('eligibility: [ { require: { name: true }, otherwise: no } ]'),
  'catalogue/reserved-role': 'kind: block\nid: a\nroles: { materials: person }',
  'catalogue/unknown-value': block(
    'eligibility: [ { require: { p.maritalStatus: { const: x } }, otherwise: no } ]',
  ),
  'catalogue/codes-incomplete': block('inputs: [ { field: p.maritalStatus, codes: { single: 1 } } ]'),
  'catalogue/idle-message': block('inputs: [ { field: p.maritalStatus, message: no } ]'),
  'catalogue/title-missing-locale': `${manifest}locales: [en, zh]\ntitle: { en: C }`,
  'catalogue/unknown-locale': `${manifest}locales: [zh]\ntitle: { cn: C }`,
  'catalogue/unknown-step': [
    { path: 'a.yaml', text: 'kind: bundle\nid: a\nroles: { p: person }\nuses: [{ block: b }]' },
    { path: 'b.yaml', text: 'kind: block\nid: b\nroles: { p: person }' },
    { path: 'c.yaml', text: 'kind: case\nid: c\nbundle: a\nexpect: { steps: [ d ] }' },
  ],
  'schema/comma-in-value': element('{ enum: ["a,b"] }'),
  'catalogue/unknown-derivation': 'kind: registry\nid: a\nlocal: x\ngiven: [p.a]\ngives: [p.b]',
  'catalogue/asks-nobody': 'kind: registry\nid: a\nlocal: age\ngiven: [p.a]\ngives: [p.b]\nfresh: 1d',
  'catalogue/too-many-files': Array.from({ length: catalogueLimits.files + 1 }, (_, index) => ({
    path: `${index}.json`,
    text: `{"kind":"material","id":"a${index}"}`,
  })),
  'catalogue/way-again': block(
    'inputs: [ { material: m, of: x, accept: [commitment, { commitment: { text: t, consequence: c } }] } ]',
  ),
  'catalogue/except-in-material':
    'kind: material\nid: m\naccept: [ { commitment: { text: t, consequence: c, except: { x.y: { const: 1 } } } } ]',
  'catalogue/waits-for-itself': block('before: [ a ]'),
  'catalogue/contradictory-day':
    'kind: calendar\nid: a\nholidays: [ { from: "2026-10-01", days: 7 } ]\nworkdays: [ "2026-10-07" ]',
  'catalogue/unknown-zone': 'kind: calendar\nid: a\ntimezone: Asia/Shangai',
  'catalogue/no-office-hours': 'kind: calendar\nid: a\nhours: { open: "17:00", close: "09:00" }',
  'catalogue/no-registry': 'kind: material\nid: a\naccept: [registry, upload]',
  'catalogue/widens': [
    { path: 'kid.yaml', text: 'kind: subject\nid: kid\nelements: { x: { schema: { maxLength: 5 } } }' },
    {
      path: 'b.yaml',
      text: 'kind: block\nid: b\nroles: { p: kid }\ninputs: [ { field: p.x, schema: { maxLength: 9 } } ]',
    },
  ],
  'catalogue/no-working-day': 'kind: calendar\nid: a\nweekend: [1, 2, 3, 4, 5, 6, 7]',
  'catalogue/day-beyond-until': 'kind: calendar\nid: a\nuntil: "2026-12-31"\nworkdays: [ "2027-01-02" ]',
  'catalogue/import-missing': `${manifest}imports: [./x]`,
  'catalogue/import-outside': `${manifest}imports: [/x]`,
  'catalogue/import-cycle': `${manifest}imports: [./]`,
  'schema/unknown-keyword': element('{ maxlength: 1 }'),
  'schema/malformed': element('{ type: text }'),
  'schema/pattern': element('{ pattern: "(" }'),
  'schema/pattern-explodes': element('{ pattern: "^(a+)+$" }'),
  'schema/pattern-slow': element('{ pattern: "a*a*b" }'),
  'schema/unknown-format': element('{ format: x }'),
  'schema/reference': element('{ $ref: "#/x" }'),
  'schema/reference-outside': element('{ $ref: "x.json" }'),
  'schema/reference-no-schema': element('{ $ref: "#/$defs", $defs: { a: { type: string } } }'),
  'schema/reference-endless': element('{ $ref: "#" }'),
  'schema/reference-too-many': element(JSON.stringify(manyWays)),
  'schema/default-refused': element('{ enum: [a], default: b }'),
  'schema/branch-never': element('{ anyOf: [{ enum: [a], minLength: 2 }, { enum: [b] }] }'),
  'schema/empty': element('{ enum: [a], minLength: 2 }'),
};

/** Given by the disk, by zod, by a packed catalogue, or by checking the catalogue as a whole, and tested there. */
const elsewhere = [
  'catalogue/idle-block',
  'catalogue/one-fact',
  'catalogue/like-elements',
  'catalogue/like-materials',
  'catalogue/likeness-open',
  'catalogue/link-outside',
  'catalogue/packed-changed',
  'catalogue/packed-unreadable',
  'catalogue/packed-version',
  'catalogue/unreadable',
  'schema/zod-lost',
];

const rooms = /^(?:documents|catalogue|schema)\//;

describe('every code of documents, catalogue and schemas', () => {
  it('has a document that gets it', () => {
    const listed = [...Object.keys(wrong), ...elsewhere].sort();
    expect(
      Object.keys(codes)
        .filter((code) => rooms.test(code))
        .sort(),
    ).toEqual(listed);
  });

  it.each(Object.entries(wrong))('%s', (code, input) => {
    const files =
      typeof input === 'string' || input instanceof Uint8Array
        ? [{ path: 'catalogue.yaml', text: input }]
        : input;
    const { diagnostics } = loadCatalogue([...files, { path: 'person.yaml', text: person }]);
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      const { message, severity, at } = finding;
      const entry = codes[code as keyof typeof codes];
      expect(message).toMatch(/\.$/);
      expect([message, severity]).toEqual([render(finding, 'en'), entry.severity]);
      expect(message + render(finding, 'zh')).not.toMatch(/\{[A-Za-z]+\}/);
      if (code !== 'catalogue/too-many-files') expect(at.range).toBeDefined();
    }
  });
});
