/**
 * Writes a generated catalogue: `npx tsx bench/scale/write.ts <folder> [blocks] [seed]`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateCatalogue } from './generate.js';

/** Writes the files below a folder, which must not exist yet. */
export function writeCatalogue(folder: string, blocks: number, seed: number): number {
  if (existsSync(folder)) throw new Error(`"${folder}" exists.`);
  let files = 0;
  const made = new Set<string>();
  for (const { path, text } of generateCatalogue(blocks, seed)) {
    const place = join(folder, path);
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(place, text);
    files++;
  }
  return files;
}
