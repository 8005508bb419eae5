import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.js';
import type { CatalogueFindings } from '../../../src/check/index.js';
import { plainStyle } from '../../../src/report/index.js';

let top: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'onething-init-'));
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

async function onething(
  cwd: string,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> {
  const run = { code: 0, out: '', err: '' };
  run.code = await main(words, {
    out: (text) => (run.out += text),
    err: (text) => (run.err += text),
    input: () => '',
    cwd,
    env: {},
    style: plainStyle,
    width: 100,
  });
  return run;
}

/** Every file below a folder, with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

describe('init', () => {
  it('names the hook and the workflow as the repository around it needs them', async () => {
    execFileSync('git', ['init', '-q', top]);
    const made = await onething(top, 'init', 'offices/dogs');
    expect(made.out).toContain('git config core.hooksPath offices/dogs/.githooks ');
    expect(made.out).toContain('working directory offices/dogs.');
    // The hook is run from the top of the repository, and checks the catalogue where it stands.
    const hook = readFileSync(join(top, 'offices/dogs/.githooks/pre-commit'), 'utf8');
    const asked = hook.replace('exec npx --no-install onething check', 'pwd');
    writeFileSync(join(top, 'offices/dogs/.githooks/pre-commit'), asked);
    const out = execFileSync('sh', ['offices/dogs/.githooks/pre-commit'], { cwd: top, encoding: 'utf8' });
    expect(out.trim()).toMatch(/offices\/dogs$/);
  });

  it('tells nothing of that at the top of a repository, and says briefly what is in the way', async () => {
    execFileSync('git', ['init', '-q', top]);
    const made = await onething(top, 'init');
    expect(made.out).toContain('git config core.hooksPath .githooks ');
    expect(made.out).not.toContain('working directory');
    const again = await onething(top, 'init');
    expect([again.code, again.err.split('\n')[0]]).toEqual([
      2,
      expect.stringContaining('catalogue.yaml, subjects/, materials/, authorities/, registries/, blocks/'),
    ]);
    const within = await onething(top, 'init', 'catalogue.yaml');
    expect([within.code, within.err]).toEqual([2, expect.stringContaining('a part of its path is a file')]);
  });

  it('is found from the folder above', async () => {
    await onething(top, 'init', 'dogs');
    const found = await onething(top, 'check');
    expect([found.code, found.err]).toEqual([2, expect.stringContaining('Did you mean "dogs"?')]);
  });

  it('makes a catalogue without a finding, on which every command succeeds', async () => {
    const made = await onething(top, 'init', 'dogs');
    expect([made.code, made.err]).toEqual([0, '']);
    const folder = join(top, 'dogs');
    const check = await onething(folder, 'check', '--fail-on', 'warning', '--format', 'json');
    const { diagnostics, bundles, catalogue } = JSON.parse(check.out) as CatalogueFindings;
    expect([check.code, diagnostics]).toEqual([0, []]);
    expect([catalogue.id, bundles.map(({ bundle }) => bundle)]).toEqual(['dogs', ['new-dog']]);
    const lines = [
      'test',
      'compose new-dog',
      'plan new-dog',
      'guide new-dog',
      'guide new-dog --locale zh',
      'matrix --all --fail-on warning',
      'report new-dog',
      'why new-dog dog.size',
      'resolve new-dog',
      'types new-dog',
      'build . --output dist/catalogue.json',
      'compose new-dog --catalogue dist/catalogue.json',
    ];
    for (const line of lines) {
      const run = await onething(folder, ...line.split(' '));
      expect([line, run.code, run.err]).toEqual([line, 0, '']);
      expect(run.out, line).not.toBe('');
    }
    expect((await onething(folder, 'test')).out).toContain('2 passed');
  }, 120_000);

  it('names in every document the schema of its kind, which the package ships', async () => {
    await onething(top, 'init');
    mkdirSync(join(top, 'node_modules'));
    symlinkSync(join(import.meta.dirname, '../../..'), join(top, 'node_modules/onething'), 'junction');
    const documents = filesIn(top).filter(
      (path) => /^[^.n].*\.yaml$/.test(path) && !path.startsWith('node_modules'),
    );
    expect(documents.length).toBeGreaterThan(14);
    for (const path of documents) {
      const text = readFileSync(join(top, path), 'utf8');
      const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
      const [, kind] = /^kind: (.+)$/m.exec(text) ?? [];
      expect(schema.endsWith(`/${kind}.schema.json`), path).toBe(true);
      const place = join(top, dirname(path), schema);
      expect(existsSync(place), place).toBe(true);
      // Nothing in it leads to another file or to a network.
      expect(readFileSync(place, 'utf8')).not.toMatch(/"\$ref": "[^#]/);
    }
    const settings = JSON.parse(readFileSync(join(top, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    for (const schema of Object.keys(settings['yaml.schemas']))
      expect(existsSync(join(top, schema)), schema).toBe(true);
  });

  it('makes a hook that can be run, and a package that can be packed', async () => {
    await onething(top, 'init', '狗');
    const folder = join(top, '狗');
    expect(statSync(join(folder, '.githooks/pre-commit')).mode & 0o111).not.toBe(0);
    expect(readFileSync(join(folder, 'catalogue.yaml'), 'utf8')).toContain('\nid: 狗\n');
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [{ name, files }] = JSON.parse(packed) as [{ name: string; files: { path: string }[] }];
    expect(name).toBe('my-catalogue');
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('catalogue.yaml');
    expect(paths).toContain('bundles/new-dog.yaml');
    expect(paths.filter((path) => path.startsWith('cases/'))).toEqual([]);
  });

  it('overwrites nothing, and names everything that is in the way', async () => {
    writeFileSync(join(top, 'README.md'), 'mine');
    mkdirSync(join(top, 'blocks'));
    writeFileSync(join(top, 'blocks/vaccination.yaml'), 'mine');
    const run = await onething(top, 'init');
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('blocks/vaccination.yaml, README.md');
    expect(filesIn(top)).toEqual(['README.md', 'blocks/vaccination.yaml']);
    expect(readFileSync(join(top, 'README.md'), 'utf8')).toBe('mine');
  });

  it('leaves nothing behind where it cannot go on', async () => {
    // A file where a folder is to be.
    writeFileSync(join(top, 'cases'), '');
    const run = await onething(top, 'init');
    expect(run.code).toBe(2);
    expect(filesIn(top)).toEqual(['cases']);
    expect(readdirSync(top)).toEqual(['cases']);
    expect((await onething(top, 'init', 'cases/below')).code).toBe(2);
  });
});
