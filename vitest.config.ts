import { defineConfig } from 'vitest/config'

export default defineConfig({
  // examples name the package as its users do
  resolve: {
    alias: [
      { find: /^dechaff$/, replacement: new URL('src/index.ts', import.meta.url).pathname },
      { find: /^dechaff\/core$/, replacement: new URL('src/core.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Loading the sources anew for every file took longer than most files' tests; nothing in src keeps state.
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
