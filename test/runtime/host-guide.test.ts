/** docs/guide/host.md is executed to the letter: its files, its types, its host, its output. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { typesOf } from '../../src/codegen/index.js';
import { readCatalogue } from '../../src/node/index.js';
import { composeBundle } from '../../src/plan/index.js';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guide/host.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'onething-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blockOf = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)![1]!;

describe('docs/guide/host.md', () => {
  it('leads from an empty folder to a case that is done', async () => {
    mkdirSync(folder, { recursive: true });
    for (const part of blockOf('yaml').split(/^---\n/m)) {
      writeFileSync(join(folder, /^# file: (\S+)/.exec(part)![1]!), part);
    }
    const host = blockOf('ts');
    expect(host.trim().split('\n').length).toBeLessThan(50);
    writeFileSync(join(folder, 'host.ts'), host);
    const { plan, diagnostics } = composeBundle(readCatalogue(folder), 'stall');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    writeFileSync(join(folder, 'stall-types.ts'), await typesOf(plan));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    await build({
      entryPoints: [join(folder, 'host.ts')],
      outfile: join(folder, 'host.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: [
        '@photostructure/sqlite',
        'ajv',
        'ajv/*',
        'js-yaml',
        '@dagrejs/graphlib',
        '@eslint-community/regexpp',
      ],
      alias: { onething: join(root, 'src/index.ts'), 'onething/node': join(root, 'src/node/index.ts') },
      logLevel: 'error',
    });
    const { stdout } = await promisify(execFile)(process.execPath, ['host.mjs'], { cwd: folder });
    expect(stdout).toBe(blockOf('text'));
  });
});
