import { defineConfig } from 'vite';

// The policy of the pages allows no inline script and no code made at run time: neither is written.
export default defineConfig({
  build: { outDir: 'dist', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
