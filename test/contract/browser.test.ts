/** The root of the package runs where there is no Node. */
import vm from 'node:vm';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from './ensure-built.js';

test('the root of the package reaches no module of Node, and composes without one', async () => {
  const reached: string[] = [];
  const bundle = await build({
    stdin: {
      contents: `import { composeBundle, loadCatalogue } from './src/index.ts';
        globalThis.compose = (files, bundle) => composeBundle(loadCatalogue(files), bundle);`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    metafile: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'no-node',
        setup: (esbuild) =>
          esbuild.onResolve({ filter: /^node:/ }, ({ path, importer }) => {
            reached.push(`${importer} imports ${path}`);
            return { path, external: true };
          }),
      },
    ],
  });
  expect(reached).toEqual([]);
  expect(Object.keys(bundle.metafile.inputs)).toContain(join('src', 'index.ts').replaceAll('\\', '/'));

  // A page has these; it has no process, no Buffer and no require.
  const page: Record<string, unknown> = { TextDecoder, TextEncoder, Intl, URL };
  vm.runInNewContext(bundle.outputFiles[0]!.text, page);
  const texts = [
    'kind: subject\nid: person\nelements: { name: { schema: { type: string, pattern: "^a+$" } } }\n',
    'kind: block\nid: a\nroles: { owner: person }\ninputs: [ { field: owner.name } ]\n',
    'kind: bundle\nid: one\nroles: { owner: person }\nuses: [ { block: a } ]\n',
  ];
  const compose = page['compose'] as (files: object[], bundle: string) => { plan: { hash: string } };
  const files = texts.map((text, index) => ({ path: `${index}.yaml`, text }));
  expect(compose(files, 'one').plan.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
});
