import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('documents, catalogue and definitions run where there is no Node', async () => {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: `
        export { loadCatalogue } from './src/catalogue/index.js';
        export { parseDocument } from './src/documents/index.js';
        export * from './src/define/index.js';`,
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.inputs).flatMap(({ imports: found }) => found);
  expect(imports.filter(({ path, external }) => external === true || path.startsWith('node:'))).toEqual([]);
  expect(outputFiles[0]!.text).not.toMatch(/\bprocess\.(?:env|cwd|argv)\b(?!\s*=)/);
});
