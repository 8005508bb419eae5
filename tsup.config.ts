import { defineConfig } from 'tsup';
import { subpaths } from './scripts/subpaths.js';

const shared = {
  target: 'node20',
  // What subpaths share is one file, so that an error class is one class whichever of them threw it.
  splitting: true,
  // Declarations are the compiler's own, file by file: see scripts/build-declarations.ts.
  dts: false,
  clean: true,
} as const;

export default defineConfig([
  {
    ...shared, // The thread of a check is a file of its own: see src/node/check-pool.ts.
    entry: { ...subpaths, cli: 'src/cli/bin.ts', 'check-worker': 'src/node/check-worker.ts' },
    format: 'esm',
    outDir: 'dist/esm',
  },
  {
    ...shared,
    entry: subpaths,
    format: 'cjs',
    outDir: 'dist/cjs',
    // CommonJS has no address of a module; whoever asks for one is told that there is none.
    define: { 'import.meta.url': 'undefined' },
    // dist/cjs has a package.json that says that it is CommonJS.
    outExtension: () => ({ js: '.js' }),
  },
]);
