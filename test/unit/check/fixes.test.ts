import { describe, expect, test } from 'vitest';
import { applyFixes, areMended, checkCatalogue, mendingFixes, readyFixes } from '../../../src/check/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { scalarText } from '../../../src/documents/index.js';

const head = [
  { path: 'catalogue.yaml', text: 'kind: catalogue\nid: c\nversion: 1.0.0\n' },
  {
    path: 'person.yaml',
    text: 'kind: subject\nid: person\nelements: { name: { title: Name, schema: { type: string } } }\n',
  },
];
const block = (inputs: string) =>
  `# about a\nkind: block\nid: a\ntitle: A\nroles: { o: person }\ninputs: ${inputs}\n`;

function mended(text: string, file = 'a.yaml') {
  const check = (with_: string) => {
    const catalogue = loadCatalogue([...head, { path: file, text: with_ }]);
    return { catalogue, diagnostics: checkCatalogue(catalogue).diagnostics };
  };
  const { catalogue, diagnostics } = check(text);
  const ready = readyFixes(diagnostics, () => true);
  const holding = mendingFixes(ready, (fixes) => {
    const edited = applyFixes(fixes, catalogue.text);
    return areMended(fixes, edited, diagnostics, check(edited.get(file)!.text).diagnostics);
  });
  return {
    text: applyFixes(holding, catalogue.text).get(file)?.text,
    offered: ready.length,
    held: holding.length,
  };
}

describe('a fix', () => {
  test.each([
    ['[ { field: o.nmae } ]  # why', '[ { field: o.name } ]  # why'],
    ['[ { field: "o.nmae" } ]', '[ { field: "o.name" } ]'],
    ["[ { field: 'o.nmae' } ]", "[ { field: 'o.name' } ]"],
    ['\n  - feild:   o.name # why', '\n  - field:   o.name # why'],
    ['[ { field: p.name } ]', '[ { field: o.name } ]'],
    ['[ { field: name } ]', '[ { field: o.name } ]'],
    ['[ { field: nobody } ]', undefined],
  ])('%s', (wrong, right) => {
    expect(mended(block(wrong)).text).toBe(right === undefined ? undefined : block(right));
  });

  test('keeps carriage returns, tabs and everything else that it is not about', () => {
    const text = block('[ { field: o.nmae,\t optional: true } ]').replaceAll('\n', '\r\n');
    expect(mended(text).text).toBe(text.replace('nmae', 'name'));
  });

  test('is written as JSON in JSON', () => {
    const text = JSON.stringify({ kind: 'block', id: 'a', title: 'A', roles: { o: 'persn' } }, null, 4);
    expect(mended(text, 'a.json').text).toBe(text.replace('persn', 'person'));
  });

  test('is not offered where two answers look alike', () => {
    expect(mended(block('[ { field: o.name, schema: { maxLenght: 3 } } ]')).offered).toBe(0);
  });

  test('does not count as mending where something else is wrong in its place then', () => {
    const check = (text: string) => {
      const catalogue = loadCatalogue([...head, { path: 'a.yaml', text }]);
      return { catalogue, diagnostics: checkCatalogue(catalogue).diagnostics };
    };
    const { catalogue, diagnostics } = check(block('[ { field: o.nmae } ]'));
    const [right] = readyFixes(diagnostics, () => true);
    const misled = structuredClone(right!);
    Object.assign(misled.fix.edits[0]!, { value: 'o.nam', text: 'o.nam' });
    const verdicts = [right!, misled].map((fix) => {
      const edited = applyFixes([fix], catalogue.text);
      return areMended([fix], edited, diagnostics, check(edited.get('a.yaml')!.text).diagnostics);
    });
    expect(verdicts).toEqual([true, false]);
  });

  test('is no fix of a file that is not ours', () => {
    const catalogue = loadCatalogue([...head, { path: 'a.yaml', text: block('[ { field: o.nmae } ]') }]);
    expect(readyFixes(catalogue.diagnostics, () => false)).toEqual([]);
  });
});

describe('mending', () => {
  test('finds the largest part that holds', () => {
    const fixes = Array.from({ length: 9 }, (_, index) => index);
    let tried = 0;
    const held = mendingFixes(fixes as never, (some) => {
      tried += 1;
      return !(some as unknown as number[]).some((one) => one === 3 || one === 7);
    });
    expect(held).toEqual([0, 1, 2, 4, 5, 6, 8]);
    expect(tried).toBeLessThan(40);
  });

  test('gives up on what fails only together', () => {
    const held = mendingFixes([0, 1] as never, (some) => some.length < 2);
    expect(held).toEqual([0]);
  });
});

describe('a scalar is written', () => {
  test.each([
    ['plain', 'new-id', 'a.yaml', 'new-id'],
    ['plain', '12', 'a.yaml', '"12"'],
    ['plain', 'true', 'a.yaml', '"true"'],
    ['plain', 'a: b', 'a.yaml', '"a: b"'],
    ['plain', '甲.乙', 'a.yaml', '甲.乙'],
    ["'single'", "it's", 'a.yaml', "'it''s'"],
    ['"double"', 'a"b', 'a.yaml', String.raw`"a\"b"`],
    ['"json"', 'x', 'a.json', '"x"'],
    ['12', 'x', 'a.json', undefined],
    ['&anchor x', 'y', 'a.yaml', undefined],
    ['*alias', 'y', 'a.yaml', undefined],
    ['{ a: 1 }', 'y', 'a.yaml', undefined],
    ['two\nlines', 'y', 'a.yaml', undefined],
  ])('in place of %s: %s (%s)', (original, value, file, written) => {
    expect(scalarText(original, value, file)).toBe(written);
  });
});
