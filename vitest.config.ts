import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { folderInMemory } from './tests/folder-in-memory.ts'
import { needsFresh } from './tests/needs-fresh.ts'
import vite from './vite.config.ts'

/** Whether it must have a process to itself: it changes what is global, its process's settings or its folder. */
const needsItsOwn = (text: string): boolean =>
  /globalThis,|fake-indexeddb\/auto|process\.env\[[^\]]+\]\s*=[^=]|process\.chdir/.test(text)

const files = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter(path => /\.test\.tsx?$/.test(path))
  .map(path => join('tests', path))
const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')
const apart = files.filter(path => needsItsOwn(read(path)))
const together = files.filter(path => !apart.includes(path))
// A document by the line of vitest's own would be one for all files of a process.
const wrong = files.filter(path => read(path).includes('@vitest-environment'))
if (wrong.length > 0)
  throw new Error(`Write "// In a document" instead (tests/fresh.ts): ${wrong.join(', ')}`)
const setupFiles = ['tests/fresh.ts']

/** Those for whom everything is read again come last, or what the others share would be read again with them. */
class FreshLast extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const isLast = (spec: TestSpecification): boolean =>
      spec.project.name === 'together' && needsFresh(readFileSync(spec.moduleId, 'utf8'))
    const sorted = (await super.sort(specs)).map(spec => ({ spec, last: isLast(spec) }))
    return [...sorted.filter(({ last }) => !last), ...sorted.filter(({ last }) => last)].map(
      ({ spec }) => spec,
    )
  }
}

// What tests write, databases most of all, is written to memory: a fifth of their work was for the disk. Vitest also hands
// over each module by a file.
process.env['TMPDIR'] = folderInMemory()

/** A native parser puts the counters of coverage on the same lines as Babel for far less. Not every machine has a binary of it. */
const counters = await import('oxc-coverage-instrument/vitest').catch((cause: unknown) => {
  process.stderr.write(`Babel puts in the counters of coverage, which takes longer: ${String(cause)}\n`)
  return null
})

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      environment: 'node',
      // What has been imported for one file need not be for the next, which is a third of the work of most files.
      projects: [
        { extends: true, test: { name: 'apart', include: apart, setupFiles } },
        { extends: true, test: { name: 'together', isolate: false, include: together, setupFiles } },
      ],
      sequence: { sequencer: FreshLast },
      testTimeout: 30_000,
      // Every core: by itself vitest leaves one idle, which on two is half of the machine.
      maxWorkers: '100%',
      coverage: {
        // Istanbul: counting in the code itself costs less time than V8's counting of every block.
        provider: 'custom',
        customProviderModule: 'tests/counting/index.ts',
        ...(counters && {
          instrumenter: options => counters.createOxcInstrumenter({ ...options, compat: 'istanbul' }),
        }),
        include: ['src/**/*.{ts,tsx}'],
        reporter: ['json-summary'],
        reportsDirectory: 'node_modules/.cache/coverage',
        // Floors a little under what is covered: lines in percent, by folder. The rest of the app and the commands are walked
        // by journeys and drills, which are not counted here.
        thresholds: {
          'src/core/**': { lines: 98 },
          'src/core/eligibility/**': { lines: 100 },
          'src/core/request/**': { lines: 100 },
          'src/intake/**': { lines: 97 },
          'src/inbox/**': { lines: 95 },
          'src/ui/*': { lines: 99 },
          'src/client/**': { lines: 89 },
          'src/app/**': { lines: 67 },
          'src/app/{draft,kept,outbox}/**': { lines: 95 },
          'src/app/{pages,phone}/**': { lines: 97 },
          'src/app/leave/**': { lines: 80 },
          'src/commands/**': { lines: 63 },
        },
      },
    },
  }),
)
