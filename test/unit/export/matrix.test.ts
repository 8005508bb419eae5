import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { matrixCsv, matrixMarkdown, matrixOf } from '../../../src/export/index.js';
import { csvText } from '../../../src/export/matrix/csv.js';
import { composeBundle } from '../../../src/plan/index.js';

describe('CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+86 139', "'+86 139"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', '"\'\t=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['', ''],
  ])('%j is written as %j', (text, cell) => {
    expect(csvText([[text]])).toBe(`${cell}\r\n`);
  });
});

describe('the matrix', () => {
  const catalogue = loadCatalogue(
    [
      'kind: subject\nid: person\nelements: { name: { schema: { type: string } }, phone: { schema: { type: string } } }',
      'kind: block\nid: a\nauthority: police\nroles: { owner: person }\nbasis: [ { title: Act, article: "1" } ]\ninputs: [ { field: owner.name }, { field: owner.phone, basis: [] } ]',
      'kind: block\nid: b\nauthority: traffic\nroles: { driver: person }\ninputs: [ { field: driver.name }, { field: driver.phone, basis: [ { title: Rule } ] } ]',
      'kind: authority\nid: police\ntitle: Police',
      'kind: authority\nid: traffic\ntitle: Traffic',
      'kind: bundle\nid: all\nroles: { owner: person }\nuses: [ { block: a }, { block: b, with: { driver: owner } } ]',
      'kind: bundle\nid: again\nroles: { owner: person }\nuses: [ { block: b, with: { driver: owner } } ]',
    ].map((text, index) => ({ path: `${index}.yaml`, text })),
  );
  const matrix = matrixOf(catalogue, composeBundle(catalogue, 'all'));

  it('has a row for each field that a matter takes, with the basis of the input or of its block', () => {
    expect(matrix.rows.map(({ name, authority, basis }) => [name, authority, basis])).toEqual([
      ['owner.name', 'police', ['Act, article 1']],
      ['owner.name', 'traffic', []],
      ['owner.phone', 'police', []],
      ['owner.phone', 'traffic', ['Rule']],
    ]);
    expect(matrixCsv([matrix]).split('\r\n').length).toBe(6);
  });

  it('warns once for each block of what goes to its authority without a basis', () => {
    expect(
      matrix.diagnostics.map(({ code, severity, at, message }) => [code, severity, at.file, message]),
    ).toEqual([
      [
        'export/no-basis',
        'warning',
        '1.yaml',
        expect.stringContaining('receives 1 of the inputs of "a" without a legal basis: "owner.phone"'),
      ],
      ['export/no-basis', 'warning', '2.yaml', expect.stringContaining('"driver.name"')],
    ]);
    expect(matrix.diagnostics.every(({ at }) => at.range?.start.line !== undefined)).toBe(true);
    // Said in the words of the block, it is the same finding from every bundle.
    const again = matrixOf(catalogue, composeBundle(catalogue, 'again'));
    expect(again.diagnostics).toEqual(matrix.diagnostics.slice(1));
  });
});

describe('the look-ups of the matrix', () => {
  it('say what a registry is asked, and what it could answer besides', () => {
    const catalogue = loadCatalogue(
      [
        'kind: subject\nid: person\nelements: { id: { schema: { type: string } }, name: { schema: { type: string } }, phone: { schema: { type: string } } }',
        'kind: block\nid: a\nroles: { owner: person }\ninputs: [ { field: owner.id }, { field: owner.name } ]',
        'kind: registry\nid: people\ntitle: People\nsubject: person\ngiven: [ id ]\ngives: [ name, phone ]',
        'kind: bundle\nid: all\nroles: { owner: person }\nregistries: [ people ]\nuses: [ { block: a } ]',
      ].map((text, index) => ({ path: `${index}.yaml`, text })),
    );
    const matrix = matrixOf(catalogue, composeBundle(catalogue, 'all'));
    expect(matrix.lookUps).toEqual([
      {
        step: 'people-owner',
        registry: 'people',
        title: 'People',
        given: ['owner.id'],
        asked: ['owner.name'],
        notAsked: ['owner.phone'],
      },
    ]);
    expect(matrixMarkdown([matrix])).toContain('| owner.id | owner.name | owner.phone |');
  });
});
