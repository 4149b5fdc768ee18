import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

// Two pages, the citizen's and the staff's, each built by itself: src/commands/build.ts.
export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false, prefreshEnabled: true, devToolsEnabled: false })],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**'],
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['json-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
    },
  },
})
