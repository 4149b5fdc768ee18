import { defineConfig } from '@playwright/test'

// The main journeys in WebKit, the engine of every browser on an iPhone: Debian's WebKitGTK, driven over WebDriver. Its
// pictures hang on long pages, so none are taken. `npm run test:all` starts them.
export default defineConfig({
  testDir: 'tests/engines',
  testMatch: '**/*.webkit.ts',
  globalSetup: './tests/journeys/set-up.ts',
  outputDir: 'test-results/webkit',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: process.env['JOURNEYS_JSON']
    ? [['json', { outputFile: process.env['JOURNEYS_JSON'] }], ['line']]
    : [['list']],
})
