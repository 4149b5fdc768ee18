import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFirefox } from './find-firefox.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const report = join(root, 'node_modules/.cache/firefox/journeys.json')

/** The part of Playwright's JSON report that is counted. */
type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/**
 * Runs the main journeys in Firefox and counts them. No Firefox, a run that breaks off, or a test that was left out
 * counts as failed: that nothing was tried must never look as if all were well.
 */
export async function runFirefoxJourneys(): Promise<{ passed: number; failed: number }> {
  try {
    await findFirefox()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
  await rm(report, { force: true })
  await mkdir(dirname(report), { recursive: true })
  const code = await playwright()
  const { stats } = JSON.parse(await readFile(report, 'utf8')) as Report
  const failed = stats.unexpected + stats.flaky + stats.skipped
  const agrees = (code === 0) === (failed === 0) && stats.expected > 0
  return { passed: stats.expected, failed: agrees ? failed : failed + 1 }
}

function playwright(): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(
      join(root, 'node_modules/.bin/playwright'),
      ['test', '--config', 'playwright.firefox.config.ts'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, JOURNEYS_JSON: report },
      },
    )
    child.on('error', fail)
    child.on('close', code => {
      done(code ?? 1)
    })
  })
}
