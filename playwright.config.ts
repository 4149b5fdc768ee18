import { defineConfig } from '@playwright/test'
import { briefArguments, findChromium } from './tests/browser.ts'
import { everyLanguage } from './tests/journeys/languages.ts'

// The journeys: real Chromium against the real program. `npm test` starts them.
const executablePath = await findChromium()

const long = [
  'slow-line',
  'states-*',
  'offline',
  'update',
  'check',
  'sizes',
  'team',
  'third-language',
  'trouble',
  'two-colleagues',
].map(name => `**/${name}.spec.ts`)
const left = everyLanguage ? [] : ['**/states-en.spec.ts']

export default defineConfig({
  testDir: 'tests/journeys',
  // Files are shared out in this order. A long one that begins last is waited for alone.
  projects: [
    { name: 'long', testMatch: long, testIgnore: left },
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: [...long, ...left] },
  ],
  globalSetup: './tests/journeys/set-up.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  // No second try: what passes only at the second is a fault of the product or of the test.
  retries: 0,
  // How long a wait may take says nothing of the product, only of the machine and what else runs on it.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: process.env['JOURNEYS_JSON']
    ? [['json', { outputFile: process.env['JOURNEYS_JSON'] }], ['line']]
    : [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: briefArguments },
    viewport: { width: 360, height: 740 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    trace: 'off',
  },
})
