import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { IstanbulCoverageProvider } from '@vitest/coverage-istanbul/dist/provider.js'
import { transformWithOxc } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Vite, Vitest } from 'vitest/node'
import counting from './index.ts'
import { Provider } from './provider.ts'

// Its types go when it is made to run, and its lines move.
const SOURCE = `interface Kind {
  readonly name: string
}
type Many = readonly Kind[]

function named(kinds: Many): string {
  if (kinds.length === 0)
    return 'nobody'
  return kinds.map(kind => kind.name).join()
}
function unused(): string { return 'never' }
named([{ name: 'a' }])
`

let folder: string
let file: string
const store = globalThis as { __VITEST_COVERAGE__?: unknown }
/** What these very tests are counted in. */
const ours = store.__VITEST_COVERAGE__
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counting-'))
  file = join(folder, 'src/kinds.ts')
  await mkdir(join(folder, 'src'))
  await writeFile(file, SOURCE)
})
afterAll(async () => rm(folder, { recursive: true }))
beforeEach(() => {
  store.__VITEST_COVERAGE__ = {}
})
afterEach(() => {
  store.__VITEST_COVERAGE__ = ours
})

/** Instruments the source, runs it as often as is asked, a file of tests each time, and counts what was run. */
async function linesOf(
  provider: IstanbulCoverageProvider,
  take: () => unknown,
  runs: number,
): Promise<unknown> {
  provider.initialize({
    version: provider.version,
    config: { root: folder, reportsDirectory: join(folder, 'counted') },
    _coverageOptions: { include: ['src/**'], reportsDirectory: join(folder, 'counted') },
    getRootProject: () => undefined,
    getProjectByName: () => undefined,
  } as unknown as Vitest)
  await provider.clean()
  const { code, map } = await transformWithOxc(SOURCE, file)
  const context = {
    getCombinedSourcemap: () => ({ ...map }),
  } as unknown as Vite.Rollup.TransformPluginContext
  for (let run = 0; run < runs; run++) {
    // Each project asks for it by itself.
    const made = provider.onFileTransform(code, file, context)
    if (run > 0) await counting.startCoverage?.({ isolate: false })
    runInThisContext(`(() => {${made?.code ?? ''}})()`)
    provider.onAfterSuiteRun({
      coverage: structuredClone(take()),
      environment: 'ssr',
      projectName: '',
      testFiles: [`${run}.test.ts`],
    })
  }
  const counted = await provider.generateCoverage({ allTestsRun: false })
  return counted.fileCoverageFor(file).getLineCoverage()
}

test('it counts the lines that Istanbul by itself counts, over several files of tests', async () => {
  const lines = await linesOf(new Provider(), () => counting.takeCoverage?.(), 3)
  expect(lines).toEqual({ 7: 3, 8: 0, 9: 3, 11: 0, 12: 3 })
  store.__VITEST_COVERAGE__ = {}
  expect(await linesOf(new IstanbulCoverageProvider(), () => store.__VITEST_COVERAGE__, 3)).toEqual(lines)
})

test('what comes from code that it has not instrumented is not lost in silence', () => {
  expect(() => new Provider().onAfterSuiteRun({ coverage: { abc: { s: {}, f: {}, b: {} } } })).toThrow('abc')
})
