import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

// What takes too long for `npm test`: QualWeb, the keyboard in every state, larger text, and the accessibility trees.
// `npm run test:all` starts them; `npm run trees` writes the trees anew.
export default defineConfig({
  ...journeys,
  projects: [{ name: 'accessibility', testMatch: '**/*.spec.ts' }],
  testDir: 'tests/accessibility',
  outputDir: 'test-results/accessibility',
})
