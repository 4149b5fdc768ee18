import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { IstanbulCoverageProvider } from '@vitest/coverage-istanbul/dist/provider.js'
import { transformWithOxc } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Vite, Vitest } from 'vitest/node'
import counting from './index.ts'
import type { FileCounts } from './counts.ts'
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

/** A provider that knows its folders. */
function begun(provider: IstanbulCoverageProvider): IstanbulCoverageProvider {
  provider.initialize({
    version: provider.version,
    config: { root: folder, reportsDirectory: join(folder, 'counted') },
    _coverageOptions: { include: ['src/**'], reportsDirectory: join(folder, 'counted') },
    getProjectByName: () => undefined,
  } as unknown as Vitest)
  return provider
}

/** What Istanbul's package, which brings no types, says of the one file. */
type Lines = { fileCoverageFor(path: string): { getLineCoverage(): Record<string, number> } }

async function counted(provider: IstanbulCoverageProvider): Promise<Record<string, number>> {
  const map = (await provider.generateCoverage({ allTestsRun: false })) as Lines
  return map.fileCoverageFor(file).getLineCoverage()
}

const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } })

/** Instruments the source, runs it as often as is asked, a file of tests each time, and counts what was run. */
async function linesOf(
  provider: IstanbulCoverageProvider,
  take: () => unknown,
  runs: number,
): Promise<unknown> {
  await begun(provider).clean()
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
  return counted(provider)
}

test('it counts the lines that Istanbul by itself counts, over several files of tests', async () => {
  const handed: FileCounts[] = []
  const take = () => {
    const counted = counting.takeCoverage?.() as Record<string, FileCounts>
    handed.push(...Object.values(counted))
    return counted
  }
  const lines = await linesOf(new Provider(), take, 3)
  expect(lines).toEqual({ 7: 3, 8: 0, 9: 3, 11: 0, 12: 3 })
  expect(handed.map(one => one.statementMap !== undefined)).toEqual([true, false, false])
  store.__VITEST_COVERAGE__ = {}
  expect(await linesOf(new IstanbulCoverageProvider(), () => store.__VITEST_COVERAGE__, 3)).toEqual(lines)
})

test('a file of tests hands over nothing of what it has not run', () => {
  const still = { path: 'still', statementMap: {}, s: { 0: 0 }, f: { 0: 0 }, b: { 0: [0, 0] } }
  store.__VITEST_COVERAGE__ = { still, forked: { ...still, path: 'forked', b: { 0: [0, 1] } } }
  expect(Object.keys(counting.takeCoverage?.() as object)).toEqual(['forked'])
})

test('two codes of one file are each counted by their own places', async () => {
  const one = { path: file, fnMap: {}, branchMap: {}, f: {}, b: {} }
  const provider = begun(new Provider())
  await provider.clean()
  for (const coverage of [
    { [file]: { ...one, hash: 'a', statementMap: { 0: at(1), 1: at(2) }, s: { 0: 1, 1: 0 } } },
    { [file]: { ...one, hash: 'b', statementMap: { 0: at(2), 1: at(1) }, s: { 0: 0, 1: 1 } } },
    { [file]: { path: file, hash: 'b', s: { 0: 4, 1: 0 }, f: {}, b: {} } },
  ])
    provider.onAfterSuiteRun({ coverage, environment: 'ssr', projectName: '', testFiles: ['a.test.ts'] })
  expect(await counted(provider)).toEqual({ 1: 2, 2: 4 })
})

test('what comes without its places is not lost in silence', () => {
  const coverage = { abc: { path: 'abc', s: {}, f: {}, b: {} } }
  expect(() => {
    new Provider().onAfterSuiteRun({ coverage, environment: 'ssr', projectName: '', testFiles: [] })
  }).toThrow('abc')
})
