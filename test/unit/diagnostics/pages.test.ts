import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosticPages } from '../../../scripts/generate-diagnostics.js';

const folder = new URL('../../../docs/diagnostics/', import.meta.url);

it('docs/diagnostics is what the catalogue of codes says: npx tsx scripts/generate-diagnostics.ts', () => {
  const pages = diagnosticPages();
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});
