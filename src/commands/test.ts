import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../tests/browser.ts'
import { coverageByFolder, type Summary } from './coverage.ts'
import { firefox, runJourneysIn, webkit } from './engines.ts'
import { runProgram as run } from './run-program.ts'
import { machineOf } from './test-machine.ts'
import {
  countJourneys,
  countUnits,
  type Count,
  type PlaywrightReport,
  type VitestReport,
} from './test-reports.ts'
import { checkAllTypes, collectLate } from './types.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const results = join(root, 'node_modules/.cache/test')
const coverage = join(root, 'node_modules/.cache/coverage/coverage-summary.json')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

type Part = { readonly name: string; run(): Promise<Count> }

/** A program that either agrees or not counts as one. */
const asOne = (code: number): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const types: Part = {
  name: 'types',
  run: async () => {
    const printed = await checkAllTypes()
    if (printed) console.error(printed)
    return asOne(printed ? 1 : 0)
  },
}
const lint: Part = {
  name: 'lint and borders',
  run: async () => asOne(await run(bin('oxlint'), ['-c', 'oxlint.config.js'], collectLate)),
}
const format: Part = {
  name: 'format',
  run: async () => asOne(await run(bin('oxfmt'), ['--check'])),
}

/** Journeys, which take longest, go first where both could go on: at the end nobody is then waited for alone. */
const BEHIND = 7

const unit: Part = {
  name: 'unit and contract',
  run: async () => {
    const file = join(results, 'unit.json')
    await rm(coverage, { force: true })
    const code = await run(
      bin('vitest'),
      ['run', '--coverage', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
      {},
      BEHIND,
    )
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport
    // Not written where a test failed.
    if (existsSync(coverage)) {
      const summary = JSON.parse(await readFile(coverage, 'utf8')) as Summary
      console.log(`\nLines that the tests go through\n${coverageByFolder(summary, root).join('\n')}`)
    }
    return countUnits(code, report, root)
  },
}

/** `every` language also for journeys whose steps are the same in each; else they are walked in one. */
const journeysIn = (every: boolean): Part => ({
  name: every ? 'journeys, in every language' : 'journeys',
  run: async () => {
    const file = join(results, 'journeys.json')
    const code = await run(bin('playwright'), ['test'], {
      JOURNEYS_JSON: file,
      ...(every && { JOURNEYS_EVERY_LANGUAGE: '1' }),
    })
    const report = JSON.parse(await readFile(file, 'utf8')) as PlaywrightReport
    return countJourneys(code, report)
  },
})

/** QualWeb, the keyboard, large text and the accessibility trees, in the browser of the journeys. */
const longLook = { name: 'accessibility', config: 'playwright.accessibility.config.ts' }

/** What `npm run test:all` adds. */
const more: readonly Part[] = [
  {
    name: 'every rule, by ESLint itself',
    run: async () =>
      asOne(await run(bin('eslint'), ['--config', 'eslint.typed.config.js', '--max-warnings', '0', '.'])),
  },
  {
    name: 'changed rules are noticed',
    run: async () => asOne(await run(bin('tsx'), ['tests/mutation/rules.ts'])),
  },
  {
    name: 'every state, long',
    run: () => runJourneysIn({ ...longLook, programs: [], packages: [] }),
  },
  {
    name: 'valid HTML',
    run: async () => asOne(await run(bin('tsx'), ['tests/accessibility/valid-html.ts'])),
  },
  ...[firefox, webkit].map(engine => ({ name: engine.name, run: () => runJourneysIn(engine) })),
  {
    name: 'failover, pooler',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/failover.ts'])),
  },
  {
    name: 'kill -9',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/kill.ts'])),
  },
  {
    name: 'full disk, slow callers',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/faults.ts'])),
  },
  {
    name: 'upkeep',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/upkeep.ts'])),
  },
  {
    name: 'page on operation',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/operations-page.ts'])),
  },
  {
    name: 'the country',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/country.ts'])),
  },
  {
    name: 'switching releases',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/switch.ts'])),
  },
  {
    name: 'units of systemd',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/units.ts'])),
  },
  {
    name: 'release',
    run: async () => asOne(await run(bin('tsx'), ['tests/drills/release.ts'])),
  },
  {
    name: 'contact sheet',
    run: async () => asOne(await run(bin('tsx'), ['tests/journeys/contact-sheet.ts'])),
  },
]

type Timed = { readonly name: string; readonly count: Count; readonly seconds: number }

/** Runs parts one after another, whether those before held or not. */
async function inTurn(lane: readonly Part[]): Promise<Timed[]> {
  const done: Timed[] = []
  for (const part of lane) done.push(await timed(part))
  return done
}

/** Runs a part; one that breaks counts as failed. */
async function timed(part: Part): Promise<Timed> {
  const began = Date.now()
  const count = await part.run().catch((error: unknown): Count => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  return { name: part.name, count, seconds: Math.round((Date.now() - began) / 1000) }
}

async function main(args: readonly string[]): Promise<void> {
  await rm(results, { recursive: true, force: true })
  await mkdir(results, { recursive: true })
  console.log(await machineOf(await findChromium()))
  // Two lanes. Journeys take longest and wait now and then, for a browser, a clock or a disk: all else goes on beside them from
  // the first minute, one after another, and fills the gaps.
  const all = args.includes('--all')
  const groups = [[[types, lint, format, unit], [journeysIn(all)]], ...(all ? more : []).map(one => [[one]])]
  const total = { passed: 0, failed: 0 }
  const lines: string[] = []
  for (const lanes of groups) {
    console.log(`\n— ${lanes.map(lane => lane.map(part => part.name).join(', then ')).join('; beside it: ')}`)
    for (const { name, count, seconds } of (await Promise.all(lanes.map(inTurn))).flat()) {
      total.passed += count.passed
      total.failed += count.failed
      lines.push(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`)
      lines.push(...(count.names ?? []).map(one => `  failed: ${one}`))
    }
  }
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

await main(process.argv.slice(2))
