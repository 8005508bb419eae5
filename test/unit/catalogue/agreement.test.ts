import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneJson, isObject } from '../../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../../src/base/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { parseDocument } from '../../../src/documents/index.js';
import { isKind, publishedSchema } from '../../../src/model/index.js';
import { documentSchemas } from '../../../src/model/shapes/document.js';
import type { Kind } from '../../../src/model/index.js';
import { isValidForAjv } from '../../suite/ajv-judge.js';

/** Documents that use every part of the model. */
const corpus: JsonValue[] = [
  ...readdirSync('examples/catalogue', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .sort()
    .map((path) => parseDocument(path, readFileSync(join('examples/catalogue', path))).value ?? null),
  parseDocument(
    'everything.yaml',
    `kind: block
id: everything
title: { zh: 全部 }
description: x
same: urn:x
source: [here]
authority: a
basis: [ { title: Law, article: "7", uri: "urn:y" } ]
roles: { p: person, q: { type: person, many: true } }
inputs:
  - { field: p.x, schema: { type: string }, codes: { a: 1 }, optional: true, when: { p.y: { const: 1 } }, title: T, description: D, basis: [] }
  - { material: m, of: p, accept: [upload, { deferral: { until: b, within: 5d } }], form: copy, copies: 2, when: [ { some: { q.x: true } } ] }
  - anyOf: [ [ { field: p.x } ], [ { anyOf: [ [ { field: p.x } ], [ { material: m, of: q } ] ] } ] ]
outputs: [ { field: p.z, schema: true, when: {} }, { material: n, of: p, when: { every: { q.x: { minimum: 1 } } } } ]
prerequisites: [ { block: b, because: why, when: {}, basis: [] } ]
after: [ b, { block: c, because: why, when: {} } ]
before: [ d ]
eligibility: [ { require: {}, otherwise: { en: no }, basis: [] } ]
time: { statutory: 30d, promised: 0wd }
pauses: [ { reason: r, time: 4h, when: {}, basis: [] } ]
fee: { amount: 1.5, currency: CNY, per: q }
channels: [online]
alone: { forms: 1, steps: 2, trips: 3, time: 1mo }
onReject: stop-all
compensation: true`,
  ).value!,
  parseDocument(
    'bundle.yaml',
    `kind: bundle
id: b
basis: [ { title: Law } ]
roles: { p: person, q: { type: person, title: Q, many: { min: 0, max: 1000 }, when: {} } }
applicant: p
known: [p.x]
registries: [r]
uses: [ { block: a, as: x, with: { p: q }, each: q, when: {}, choice: true }, { bundle: c }, { oneOf: [ { block: d, when: {} }, { bundle: e, when: {} } ] } ]
eligibility: [ { require: {}, otherwise: no } ]
target: { within: 5wd }`,
  ).value!,
  parseDocument(
    'case.yaml',
    `kind: case
id: c
bundle: b
facts: { p.x: 1 }
choices: { x: true }
answers: { p: { x: [1, { y: null }] } }
expect: { steps: [a], stages: [[a]], asked: [p.x], notAsked: [], materials: [m], notMaterials: [], questions: [], eligible: true, valid: false, payloads: { a: { x: 1 } }, figures: { m: 1 }, diagnostics: [x] }`,
  ).value!,
  {
    kind: 'calendar',
    id: 'c',
    weekend: [6, 7],
    holidays: [{ title: 'x', from: '2026-10-01', days: 7 }],
    workdays: ['2026-09-27'],
  },
  {
    kind: 'registry',
    id: 'r',
    authority: 'a',
    subject: 's',
    local: 'equal',
    options: { y: 1 },
    given: ['a', 'b.c'],
    gives: ['d', { material: 'm', of: 'p' }],
  },
  { kind: 'catalogue', id: 'c', version: '1.0.0-rc.1', locales: ['zh'], calendar: 'c', imports: ['./x'] },
].filter((value): value is JsonObject => isObject(value) && isKind(value['kind']));

const junk = fc.constantFrom<JsonValue>(
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  '',
  'x',
  'x.y',
  'a b',
  '5d',
  '2026-02-30',
  '中',
  [],
  {},
  ['x'],
  [[]],
  [{}],
  { x: 'y' },
  { block: 'b' },
  { field: 'p.x' },
  { material: 'm' },
  { deferral: {} },
  'upload',
);
const keyName = fc.constantFrom(
  'x',
  'title',
  'when',
  'block',
  'field',
  'material',
  'of',
  'oneOf',
  'anyOf',
  '__proto__',
  'a.b',
  '',
  'schema',
  'many',
);

interface Mutation {
  at: number;
  kind: 'replace' | 'delete' | 'insert' | 'rename';
  value: JsonValue;
  key: string;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'delete', 'insert', 'rename'),
  value: junk,
  key: keyName,
});

/** Every object and list within a value. */
function collectionsOf(value: JsonValue): (JsonObject | JsonValue[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(collectionsOf)];
}

function mutate(document: JsonObject, { at, kind, value, key }: Mutation): JsonObject {
  const copy = cloneJson(document);
  const collections = collectionsOf(copy);
  const target = collections[at % collections.length]!;
  if (Array.isArray(target)) {
    const index = at % (target.length + 1);
    target.splice(index, kind === 'insert' ? 0 : 1, ...(kind === 'delete' ? [] : [value]));
    return copy;
  }
  const keys = Object.keys(target).filter((name) => target !== copy || name !== 'kind');
  const chosen = keys[at % Math.max(1, keys.length)];
  const set = (name: string, part: JsonValue): void => {
    Object.defineProperty(target, name, {
      value: part,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  if (kind === 'insert' || chosen === undefined) set(key, value);
  else if (kind === 'replace') set(chosen, value);
  else {
    const old = target[chosen]!;
    delete target[chosen];
    if (kind === 'rename') set(key, old);
  }
  return copy;
}

/** Findings of the shape are the only ones that are not about references and schemas. */
const aboutShape = new Set([
  'catalogue/wrong-type',
  'catalogue/unknown-key',
  'catalogue/missing-key',
  'catalogue/not-one-of',
  'catalogue/malformed',
  'catalogue/out-of-range',
  'catalogue/no-alternative',
  'catalogue/keys-together',
]);

/** The published schema of a kind; what stands within a JSON Schema is looked at by a check of its own. */
function withoutKeywords(kind: Kind): JsonObject {
  const schema = cloneJson(publishedSchema(kind));
  const definitions = schema['$defs'] as JsonObject;
  if (Object.hasOwn(definitions, 'json-schema')) definitions['json-schema'] = { type: ['object', 'boolean'] };
  return schema;
}

const judges = new Map<Kind, (document: JsonObject) => boolean>();

function judgeOf(kind: Kind): (document: JsonObject) => boolean {
  let judge = judges.get(kind);
  if (judge === undefined) judges.set(kind, (judge = isValidForAjv(withoutKeywords(kind))));
  return judge;
}

function shapeFaults(document: JsonObject): string[] {
  const loaded = loadCatalogue([{ path: 'a.json', text: JSON.stringify(document) }]);
  return loaded.diagnostics
    .filter(({ code, at }) => aboutShape.has(code) && !at.pointer.endsWith('/many/min'))
    .map(({ code, at }) => `${code} ${at.pointer}`);
}

describe('three ways to the same verdict', () => {
  const someDocument = fc.nat({ max: corpus.length - 1 }).map((index) => corpus[index] as JsonObject);

  it('the corpus is sound and holds every kind', () => {
    expect(new Set(corpus.map((document) => (document as JsonObject)['kind']))).toEqual(
      new Set([...Object.keys(documentSchemas)]),
    );
    for (const document of corpus) expect(shapeFaults(document as JsonObject)).toEqual([]);
  });

  it('the exact check, the published schema under ajv, and zod refuse the same documents', () => {
    fc.assert(
      fc.property(someDocument, fc.array(mutation, { minLength: 1, maxLength: 2 }), (document, mutations) => {
        const mutated = mutations.reduce(mutate, document);
        const kind = mutated['kind'];
        fc.pre(isKind(kind));
        const faults = shapeFaults(mutated);
        expect({ faults: faults.length > 0 }).toEqual({ faults: !judgeOf(kind)(mutated) });
        if (JSON.stringify(mutated).includes('"__proto__"')) return;
        expect({ faults: faults.length > 0 }).toEqual({
          faults: !documentSchemas[kind].safeParse(mutated).success,
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('what is kept of a broken document is sound', () => {
    fc.assert(
      fc.property(someDocument, fc.array(mutation, { minLength: 1, maxLength: 4 }), (document, mutations) => {
        const mutated = mutations.reduce(mutate, document);
        const loaded = loadCatalogue([{ path: 'a.json', text: JSON.stringify(mutated) }]);
        for (const map of [
          loaded.blocks,
          loaded.bundles,
          loaded.subjects,
          loaded.materials,
          loaded.registries,
          loaded.calendars,
          loaded.cases,
          loaded.authorities,
        ]) {
          for (const { document: kept } of map.values()) {
            expect(shapeFaults(kept as unknown as JsonObject)).toEqual([]);
          }
        }
      }),
      { numRuns: 800 },
    );
  });
});
