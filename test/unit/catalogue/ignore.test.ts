import { describe, expect, it } from 'vitest';
import { findings, load } from './load.js';

const manifest = (...ignore: string[]): string =>
  `kind: catalogue\nid: main\nversion: 1.0.0\nignore: ${JSON.stringify(ignore)}`;
const stray = {
  'answers.json': '{}',
  'fixtures/deep/broken.yaml': 'a: [',
  'm.yaml': 'kind: material\nid: m',
};

describe('what the manifest ignores', () => {
  it('is left out: files, folders, and what does not even parse', () => {
    const loaded = load({ 'catalogue.yaml': manifest('./answers.json', 'fixtures/'), ...stray });
    expect(findings(loaded)).toEqual([]);
    expect([...loaded.materials.keys()]).toEqual(['m']);
  });

  it('counts from the manifest, by whole names', () => {
    const files = { 'town/catalogue.yaml': manifest('m'), 'town/m2.json': '{}', 'town/m/x.json': '{}' };
    expect(findings(load(files))).toEqual(['catalogue/kind-missing town/m2.json:1:1']);
  });

  it('is never the manifest itself', () => {
    expect(load({ 'catalogue.yaml': manifest('catalogue.yaml') }).id).toBe('main');
  });

  it.each(['/etc', '../other', '*.json', 'a\\b'])('is a path below the catalogue: not %s', (path) => {
    expect(findings(load({ 'catalogue.yaml': manifest(path) }))).toEqual([
      'catalogue/malformed catalogue.yaml:4:10',
    ]);
  });

  it('without it, what says no kind is a finding', () => {
    expect(
      findings(load({ 'catalogue.yaml': manifest(), ...stray })).map((line) => line.split(' ')[0]),
    ).toEqual(['catalogue/kind-missing', 'documents/syntax']);
  });
});
