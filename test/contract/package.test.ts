/** The package as somebody else gets it: packed, unpacked into an empty project, imported, required, run. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, root } from './ensure-built.js';

interface Manifest {
  version: string;
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const subpaths = Object.keys(manifest.exports)
  .filter((path) => !path.includes('.json'))
  .map((path) => path.replace(/^\./, 'onething'));

let project: string;
let packed: string[];

beforeAll(() => {
  // Building takes a while on a busy machine.
  ensureBuilt();
  project = mkdtempSync(join(tmpdir(), 'onething-contract-'));
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [pack] = JSON.parse(output) as [{ filename: string; files: { path: string }[] }];
  packed = pack.files.map(({ path }) => path);
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'onething'), { recursive: true });
  execFileSync(
    'tar',
    ['-xzf', pack.filename, '-C', join('node_modules', 'onething'), '--strip-components=1'],
    {
      cwd: project,
    },
  );
  // The dependencies are those that are installed here; nothing is fetched.
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
}, 600_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

function node(file: string, text: string): string {
  writeFileSync(join(project, file), text);
  return execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8' });
}

describe('the tarball', () => {
  test('holds the build, the schemas and nothing of the workshop', () => {
    const tops = new Set(packed.map((path) => path.split('/')[0]!));
    const meant = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'schemas', 'vectors'];
    expect([...tops].filter((top) => !meant.includes(top))).toEqual([]);
    expect(packed).toContain('README.md');
    expect(packed).toContain('dist/esm/cli.js');
    expect(packed.filter((path) => path.startsWith('schemas/')).length).toBe(
      readdirSync(join(root, 'schemas')).length,
    );
  });

  test('exports only what the manifest lists', () => {
    const text = `try { await import('onething/dist/esm/index.js') } catch (error) { console.log(error.code) }`;
    expect(node('private.mjs', text)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});

describe.each(subpaths)('%s', (path) => {
  test('is the same for import and for require', () => {
    const names = `console.log(JSON.stringify(Object.keys(room).filter((name) => name !== 'default').sort()))`;
    const imported = node('names.mjs', `import * as room from '${path}';\n${names}`);
    const required = node('names.cjs', `const room = require('${path}');\n${names}`);
    expect(required).toBe(imported);
    expect((JSON.parse(imported) as string[]).length).toBeGreaterThan(0);
  });
});

const documents = [
  'kind: catalogue\nid: town\nversion: 1.0.0\n',
  'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }\n',
  'kind: block\nid: a\nroles: { owner: person }\ninputs: [ { field: owner.name } ]\n',
  'kind: bundle\nid: one\nroles: { owner: person }\nuses: [ { block: a } ]\n',
];
const files = JSON.stringify(documents.map((text, index) => ({ path: `${index}.yaml`, text })));

describe('a host', () => {
  const compose = `
    const composition = composeBundle(loadCatalogue(${files}), 'one');
    console.log(JSON.stringify([composition.diagnostics, composition.form.schema.properties.owner.required]));`;

  test('composes from memory, imported or required', () => {
    const imported = node('host.mjs', `import { composeBundle, loadCatalogue } from 'onething';${compose}`);
    const required = node(
      'host.cjs',
      `const { composeBundle, loadCatalogue } = require('onething');${compose}`,
    );
    expect(JSON.parse(imported)).toEqual([[], ['name']]);
    expect(required).toBe(imported);
  });

  test('catches the errors of one subpath by the class of another', () => {
    const text = (load: string) => `${load}
      try { readCatalogue('nowhere') } catch (error) { console.log(error instanceof UsageError, error.code) }`;
    const required = text(
      `const { UsageError } = require('onething'); const { readCatalogue } = require('onething/node');`,
    );
    const imported = text(
      `import { UsageError } from 'onething'; import { readCatalogue } from 'onething/node';`,
    );
    expect(node('errors.cjs', required)).toBe('true node/no-folder\n');
    expect(node('errors.mjs', imported)).toBe('true node/no-folder\n');
  });

  test('reads the published schemas', () => {
    const text = `const schema = require('onething/schemas/plan.schema.json'); console.log(schema.$schema)`;
    expect(node('schema.cjs', text)).toBe('https://json-schema.org/draft/2020-12/schema\n');
  });

  test('reads the vectors of the runtime', () => {
    const text = `const vector = require('onething/vectors/refused.json'); console.log(vector.name)`;
    expect(node('vector.cjs', text)).toBe('refused\n');
  });

  test('type-checks against the declarations, as an ES module and as CommonJS', () => {
    const used = `
      const files: SourceFile[] = [];
      const composition: Composition = composeBundle(loadCatalogue(files), 'one');
      export const steps: string[] = composition.plan.steps.map((step) => step.id);
      // @ts-expect-error A bundle is named by a text.
      export const wrong = () => composeBundle(loadCatalogue(files), 1);`;
    const head = `import { composeBundle, loadCatalogue } from 'onething';
      import type { Composition, SourceFile } from 'onething';`;
    writeFileSync(join(project, 'consumer.mts'), head + used);
    writeFileSync(join(project, 'consumer.cts'), head + used);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck'];
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const checked = spawnSync(process.execPath, [compiler, ...options, 'consumer.mts', 'consumer.cts'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(checked.stdout).toBe('');
    expect(checked.status).toBe(0);
  });
});

describe('the binary', () => {
  const binary = () => join(project, 'node_modules/onething/dist/esm/cli.js');
  const examples = join(root, 'examples/catalogue');

  test('knows its version', () => {
    const run = spawnSync(process.execPath, [binary(), '--version'], { encoding: 'utf8' });
    expect([run.stdout, run.stderr, run.status]).toEqual([`${manifest.version}\n`, '', 0]);
  });

  test('composes an example', () => {
    const words = [
      'compose',
      'newborn-jiangxi',
      '--catalogue',
      examples,
      '--part',
      'plan',
      '--format',
      'json',
    ];
    const run = spawnSync(process.execPath, [binary(), ...words], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect((JSON.parse(run.stdout) as { id: string }).id).toBe('newborn-jiangxi');
  });

  test('leaves with 2 where the command line makes no sense', () => {
    const run = spawnSync(process.execPath, [binary(), 'compsoe'], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Did you mean "compose"?');
  });

  test('takes no offence at a reader who stops reading', async () => {
    const words = ['compose', 'newborn-jiangxi', '--catalogue', examples, '--format', 'json'];
    const child = spawn(process.execPath, [binary(), ...words]);
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, complaint]).toEqual([0, '']);
  });
});
