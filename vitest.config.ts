import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Left to itself, vitest keeps one processor free: a whole one of two.
    maxWorkers: '100%',
    // Test files share the modules that they import: loading them again for each file took a fifth of the whole time.
    isolate: false,
    setupFiles: ['test/setup.ts'],
    // Contract tests pack and install the real tarball; they need more than a unit test does.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
