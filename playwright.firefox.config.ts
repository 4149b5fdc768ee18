import { defineConfig } from '@playwright/test'

// The main journeys in Firefox. Playwright runs and counts them; Firefox itself is driven over WebDriver BiDi by
// puppeteer-core, because Playwright only drives a Firefox of its own making. `npm run test:all` starts them.
export default defineConfig({
  testDir: 'tests/engines',
  testMatch: '**/*.firefox.ts',
  globalSetup: './tests/journeys/set-up.ts',
  outputDir: 'test-results/firefox',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: process.env['JOURNEYS_JSON']
    ? [['json', { outputFile: process.env['JOURNEYS_JSON'] }], ['line']]
    : [['list']],
})
