import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The policy of the pages allows no inline script and no code made at run time: neither is written.
export default defineConfig({
  build: { outDir: 'dist', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  // RJSF names its own validator in a registry for tests. The page brings another one, and no ajv.
  resolve: { alias: { '@rjsf/validator-ajv8': fileURLToPath(new URL('page/no-ajv.ts', import.meta.url)) } },
});
