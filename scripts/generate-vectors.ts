/**
 * Writes the vectors of the runtime into a folder (vectors/ when none is named):
 * `npx tsx scripts/generate-vectors.ts [folder]`.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sources, vectorText } from '../test/runtime/vectors.js';

const folder = process.argv[2] ?? 'vectors';
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(join(folder, old));
for (const source of sources) writeFileSync(join(folder, `${source.name}.json`), vectorText(source));
