import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from './run-program.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** A browser engine beside Chromium, as Debian packs it. */
type Engine = {
  readonly name: string
  /** The programs that have to be there. */
  readonly programs: readonly string[]
  readonly packages: readonly string[]
  readonly config: string
}

const FIREFOX = '/usr/bin/firefox-esr'

/** Firefox: `FIREFOX` may name another than Debian's. */
export const firefox: Engine = {
  name: 'Firefox',
  programs: [process.env['FIREFOX'] ?? FIREFOX],
  packages: ['firefox-esr'],
  config: 'playwright.firefox.config.ts',
}

/** WebKit, which every browser on an iPhone runs: its driver, and a screen that nobody looks at. */
export const webkit: Engine = {
  name: 'WebKit',
  programs: [
    '/usr/bin/WebKitWebDriver',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/bin/Xvfb',
  ],
  packages: ['webkit2gtk-driver', 'xvfb'],
  config: 'playwright.webkit.config.ts',
}

/**
 * The programs of an engine. A test changes nothing on the machine: what is lacking is installed only where the machine
 * is there for tests (`CI`, or `INSTALL_ENGINES=1`).
 * @throws Error with a sentence for the person at the terminal when something is lacking in the end
 */
export async function programsOf({ name, programs, packages }: Engine): Promise<readonly string[]> {
  const lacking = (): boolean => programs.some(program => !existsSync(program))
  if (lacking() && (process.env['CI'] || process.env['INSTALL_ENGINES'] === '1')) {
    const install = ['install', '-y', '--no-install-recommends', ...packages]
    if (!(await apt(install))) await apt(['update']).then(() => apt(install))
  }
  if (lacking())
    throw new Error(`${name} is not here. Install it: sudo apt-get install ${packages.join(' ')}`)
  return programs
}

/** The part of Playwright's JSON report that is counted. */
type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/**
 * Runs the main journeys in an engine and counts them. No engine, a run that breaks off, or a test that was left out
 * counts as failed: that nothing was tried must never look as if all were well.
 */
export async function runJourneysIn(engine: Engine): Promise<{ passed: number; failed: number }> {
  try {
    await programsOf(engine)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
  const report = join(root, 'node_modules/.cache/engines', `${engine.name}.json`)
  await rm(report, { force: true })
  await mkdir(dirname(report), { recursive: true })
  const code = await runProgram(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', engine.config],
    {
      JOURNEYS_JSON: report,
    },
  )
  const { stats } = JSON.parse(await readFile(report, 'utf8')) as Report
  const failed = stats.unexpected + stats.flaky + stats.skipped
  const agrees = (code === 0) === (failed === 0) && stats.expected > 0
  return { passed: stats.expected, failed: agrees ? failed : failed + 1 }
}

/** Whether apt-get did it. Where there is no apt-get the answer is no. */
const apt = (args: readonly string[]): Promise<boolean> =>
  runProgram('apt-get', ['-qq', ...args], { DEBIAN_FRONTEND: 'noninteractive' }).then(
    code => code === 0,
    () => false,
  )
