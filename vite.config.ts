import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { copyScripts } from './src/commands/copy-scripts.ts'
import { fromRight } from './src/commands/from-right.ts'

// Two pages, the citizen's and the staff's, each built by itself: src/commands/build.ts.
export default defineConfig({
  plugins: [
    copyScripts(),
    fromRight(),
    preact({ reactAliasesEnabled: false, prefreshEnabled: true, devToolsEnabled: false }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**'],
    testTimeout: 30_000,
    setupFiles: ['tests/patience.ts'],
    // Every core: by itself vitest leaves one idle, which on two is half of the machine.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['json-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
      // Floors a little under what is covered: lines in percent, by folder. The rest of the app and the commands are walked
      // by journeys and drills, which are not counted here.
      thresholds: {
        'src/core/**': { lines: 98 },
        'src/core/eligibility/**': { lines: 100 },
        'src/intake/**': { lines: 96 },
        'src/inbox/**': { lines: 93 },
        'src/ui/**': { lines: 95 },
        'src/client/**': { lines: 86 },
        'src/app/**': { lines: 58 },
        'src/app/{draft,kept,outbox}/**': { lines: 90 },
        'src/app/{pages,phone}/**': { lines: 97 },
        'src/app/leave/**': { lines: 79 },
        'src/commands/**': { lines: 53 },
      },
    },
  },
})
