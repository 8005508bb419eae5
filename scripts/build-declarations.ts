/**
 * Writes the declarations of the package: one tree by the compiler, read as ES modules below dist/esm/types and as
 * CommonJS below dist/cjs/types, where a package.json says so. `npx tsx scripts/build-declarations.ts`, after tsup.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync('dist/types', { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
for (const format of ['esm', 'cjs']) rmSync(`dist/${format}/types`, { recursive: true, force: true });
cpSync('dist/types', 'dist/cjs/types', { recursive: true });
renameSync('dist/types', 'dist/esm/types');
writeFileSync('dist/cjs/package.json', `${JSON.stringify({ type: 'commonjs' }, null, 2)}\n`);
