import { describe, expect, it } from 'vitest';
import type { Block, Bundle } from '../../../src/model/index.js';
import { findings, findingsOf, load, person } from './load.js';

const block = (...lines: string[]): string =>
  ['kind: block', 'id: a', 'roles: { child: person }', ...lines].join('\n');

describe('one fault gives one finding, where it stands', () => {
  it.each([
    ['an unknown key', block('input: []'), 'catalogue/unknown-key a.yaml:4:1'],
    [
      'an unknown key in a flow map',
      block('time: { promised: 5d, statuary: 6d }'),
      'catalogue/unknown-key a.yaml:4:23',
    ],
    [
      'an unknown key of an input',
      block('inputs:', '  - field: child.name', '    titel: x'),
      'catalogue/unknown-key a.yaml:6:5',
    ],
    [
      'the key of an input mistyped',
      block('inputs:', '  - feild: child.name'),
      'catalogue/unknown-key a.yaml:5:5',
    ],
    [
      'an input that is nothing',
      block('inputs:', '  - optional: true'),
      'catalogue/no-alternative a.yaml:5:5',
    ],
    [
      'an input that is two things',
      block('inputs:', '  - { field: child.name, material: m, of: child }'),
      'catalogue/keys-together a.yaml:5:26',
    ],
    ['an input that is a text', block('inputs:', '  - child.name'), 'catalogue/wrong-type a.yaml:5:5'],
    ['a list instead of a map', 'kind: block\nid: a\nroles: [child]', 'catalogue/wrong-type a.yaml:3:8'],
    ['a number as a title', block('title: 12'), 'catalogue/wrong-type a.yaml:4:8'],
    ['a locale without a text', block('title: { zh: 出生, en: }'), 'catalogue/wrong-type a.yaml:4:21'],
    ['an empty title', block('title: ""'), 'catalogue/out-of-range a.yaml:4:8'],
    ['a duration in words', block('time: { promised: 5 days }'), 'catalogue/malformed a.yaml:4:19'],
    ['a name with a space', block('authority: public security'), 'catalogue/malformed a.yaml:4:12'],
    ['a role with a dot', 'kind: block\nid: a\nroles: { a.b: person }', 'catalogue/malformed a.yaml:3:10'],
    ['a field without a role', block('inputs: [ { field: name } ]'), 'catalogue/malformed a.yaml:4:20'],
    [
      'an unknown way to give a material',
      block('inputs: [ { material: m, of: child, accept: [fax] } ]'),
      'catalogue/not-one-of a.yaml:4:46',
    ],
    [
      'an alternative alone',
      block('inputs:', '  - anyOf: [ [ { field: child.name } ] ]'),
      'catalogue/out-of-range a.yaml:5:12',
    ],
    [
      'a deep input',
      block(
        'inputs:',
        '  - anyOf:',
        '    - [ { field: child.name } ]',
        '    - [ { field: child.name, x: 1 } ]',
      ),
      'catalogue/unknown-key a.yaml:7:30',
    ],
    ['a missing key', 'kind: block\nid: a', 'catalogue/missing-key a.yaml:1:1'],
    ['a missing key of an input', block('inputs: [ { material: m } ]'), 'catalogue/missing-key a.yaml:4:11'],
    ['a negative fee', block('fee: { amount: -1, currency: CNY }'), 'catalogue/out-of-range a.yaml:4:16'],
    [
      'half a copy',
      block('inputs: [ { material: m, of: child, copies: 1.5 } ]'),
      'catalogue/out-of-range a.yaml:4:45',
    ],
    ['a currency of its own', block('fee: { amount: 1, currency: yuan }'), 'catalogue/malformed a.yaml:4:29'],
    [
      'a day that is none',
      'kind: calendar\nid: a\nworkdays: [2026-02-30]',
      'catalogue/malformed a.yaml:3:12',
    ],
    [
      'a condition that is a text',
      block('inputs: [ { field: child.name, when: married } ]'),
      'catalogue/wrong-type a.yaml:4:38',
    ],
    ['an unknown kind', 'kind: blok\nid: a', 'catalogue/unknown-kind a.yaml:1:7'],
    ['a kind that is no text', 'kind: [block]\nid: a', 'catalogue/unknown-kind a.yaml:1:7'],
    ['no kind', 'id: a\nroles: {}', 'catalogue/kind-missing a.yaml:1:1'],
    ['the kind mistyped', 'knid: block\nid: a', 'catalogue/unknown-key a.yaml:1:1'],
    ['a list as a document', '- kind: block', 'catalogue/wrong-type a.yaml:1:1'],
    ['a text as a document', 'block', 'catalogue/wrong-type a.yaml:1:1'],
    ['nothing as a document', 'null', 'catalogue/wrong-type a.yaml:1:1'],
    ['an id that is a number', 'kind: material\nid: 12', 'catalogue/wrong-type a.yaml:2:5'],
    ['an id that is too long', `kind: material\nid: ${'x'.repeat(201)}`, 'catalogue/out-of-range a.yaml:2:5'],
    ['a version that is none', 'kind: catalogue\nid: a\nversion: "1"', 'catalogue/malformed a.yaml:3:10'],
    [
      'a repetition of the wrong type',
      'kind: bundle\nid: a\nroles: { c: { type: person, many: true } }\nuses: [ { block: b } ]',
      'catalogue/wrong-type a.yaml:3:35',
    ],
  ])('%s', (_, text, expected) => {
    // Some of these documents refer to documents that are not there; here only the shape is looked at.
    const lines = findingsOf(text).filter((line) => !line.startsWith('catalogue/unknown-reference'));
    expect(lines).toEqual([expected]);
  });

  it('the schema that an editor goes by may be named', () => {
    const text =
      '{"$schema": "https://onething.dev/schemas/material.schema.json", "kind": "material", "id": "m"}';
    expect(findings(load({ 'a.json': text }))).toEqual([]);
  });

  it('also in JSON', () => {
    const text = '{\n  "kind": "material",\n  "id": "lease",\n  "eletronic": true\n}';
    expect(findings(load({ 'a.json': text }))).toEqual(['catalogue/unknown-key a.json:4:3']);
  });

  it('what the text itself got wrong is not reported again', () => {
    expect(
      findingsOf('kind: block\nid: a\nroles: { child: person }\nfee: { amount: .inf, currency: CNY }'),
    ).toEqual(['documents/not-json a.yaml:4:16']);
  });
});

describe('a file with more faults than anybody reads', () => {
  const many = (line: (index: number) => string): string =>
    Array.from({ length: 5000 }, (_, index) => line(index)).join('');

  it.each([
    [
      'repeated keys',
      `kind: subject\nid: a\nelements: {${many((index) => `k${index}: { schema: true }, k${index}: { schema: true },`)}}`,
      'documents/duplicate-key',
    ],
    ['unknown keys', `kind: material\nid: a\n${many((index) => `x${index}: b\n`)}`, 'catalogue/unknown-key'],
    [
      'dangling references',
      block(`after: [${many((index) => `b${index},`)}]`),
      'catalogue/unknown-reference',
    ],
  ])('%s', (_, text, code) => {
    const lines = findingsOf(text);
    expect(lines.filter((line) => line.startsWith(code))).toHaveLength(1000);
    expect(lines.filter((line) => line.startsWith('documents/more-findings'))).toHaveLength(1);
    expect(lines).toHaveLength(1001);
  });
});

describe('suggestions', () => {
  const help = (text: string): string | undefined =>
    load({ 'a.yaml': text, 'person.yaml': person }).diagnostics[0]?.help?.message;

  it.each([
    ['an unknown key', block('prerequisite: []'), 'Did you mean "prerequisites"?'],
    ['a key that is there already is not suggested', block('inputs: []', 'input: []'), undefined],
    ['an input', block('inputs: [ { feild: child.name } ]'), 'Did you mean "field"?'],
    ['a kind', 'kind: bock\nid: a', 'Did you mean "block"?'],
    ['a value', block('onReject: stop-dependents'), 'Did you mean "stop-dependants"?'],
  ])('%s', (_, text, expected) => {
    if (expected === undefined) expect(help(text)).not.toContain('Did you mean "inputs"');
    else expect(help(text)).toBe(expected);
  });
});

describe('sound parts are kept', () => {
  const blockOf = (text: string): Block | undefined =>
    load({ 'a.yaml': text, 'person.yaml': person }).blocks.get('a')?.document;

  it('a broken input goes, the others stay', () => {
    const kept = blockOf(
      block('inputs:', '  - { field: child.name }', '  - { field: 12 }', '  - { field: child.birthDate }'),
    );
    expect(kept?.inputs).toEqual([{ field: 'child.name' }, { field: 'child.birthDate' }]);
  });

  it('an unknown key goes alone', () => {
    expect(blockOf(block('inputs: [ { field: child.name, titel: x } ]'))?.inputs).toEqual([
      { field: 'child.name' },
    ]);
  });

  it('an input whose condition is broken goes as a whole: without it, it would always be asked', () => {
    expect(
      blockOf(block('inputs: [ { field: child.name, when: x }, { field: child.birthDate } ]'))?.inputs,
    ).toEqual([{ field: 'child.birthDate' }]);
  });

  it('a use whose binding is broken goes as a whole', () => {
    const text =
      'kind: bundle\nid: a\nroles: { child: person }\nuses: [ { block: b, with: [x] }, { block: c } ]';
    const bundle = load({ 'a.yaml': text }).bundles.get('a')?.document as Bundle;
    expect(bundle.uses).toEqual([{ block: 'c' }]);
  });

  it('a document without what it needs is not there, and a reference to it is not dangling', () => {
    const loaded = load({
      'a.yaml': 'kind: block\nid: a\nroles: [x]',
      'b.yaml': 'kind: block\nid: b\nroles: {}\nafter: [a]',
    });
    expect(loaded.blocks.has('a')).toBe(false);
    expect(findings(loaded)).toEqual(['catalogue/wrong-type a.yaml:3:8']);
  });

  it('nor is a reference to a document that cannot be read at all', () => {
    const loaded = load({
      'a.yaml': 'kind: block\nid: a\nroles: [x',
      'b.yaml': 'kind: block\nid: b\nroles: {}\nafter: [a]',
      'c.yaml': new Uint8Array([...Buffer.from('kind: block\nid: c\ntitle: '), 0xff]),
      'd.yaml': 'kind: block\nid: d\nroles: {}\nafter: [c]',
    });
    expect(findings(loaded).map((line) => line.split(':')[0])).toEqual([
      'documents/syntax a.yaml',
      'documents/not-utf-8 c.yaml',
    ]);
  });

  it('nor is a reference to an element or role whose description is broken', () => {
    const loaded = load({
      's.yaml': 'kind: subject\nid: s\nelements: { x: { schema: 12 } }',
      'b.yaml': 'kind: block\nid: b\nroles: { r: s, q: 12 }\ninputs: [ { field: r.x }, { field: q.y } ]',
    });
    expect(findings(loaded)).toEqual([
      'catalogue/wrong-type b.yaml:3:19',
      'catalogue/wrong-type s.yaml:3:26',
    ]);
  });

  it('the document is the one that was written', () => {
    const loaded = load({ 'a.yaml': block('inputs: [ { field: child.name } ]'), 'person.yaml': person });
    expect(loaded.blocks.get('a')).toEqual({
      file: 'a.yaml',
      document: { kind: 'block', id: 'a', roles: { child: 'person' }, inputs: [{ field: 'child.name' }] },
    });
  });
});
