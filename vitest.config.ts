import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Contract tests pack and install the real tarball; they need more than a unit test does.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
