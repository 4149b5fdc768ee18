import { basename, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** How many passed and failed; `names` are those that failed, printed once more at the very end. */
export type Count = { readonly passed: number; readonly failed: number; readonly names?: readonly string[] }

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

/** The part of Playwright's JSON report that is counted. */
export type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
}
type Suite = {
  readonly file: string
  readonly suites?: readonly Suite[]
  readonly specs: readonly { title: string; ok: boolean; tests: readonly JourneyTest[] }[]
}
type JourneyTest = {
  readonly status: string
  readonly results?: readonly { readonly errors: readonly JourneyError[] }[]
  readonly annotations?: readonly { readonly type: string; readonly description?: string }[]
}
type JourneyError = {
  readonly message?: string
  readonly location?: { readonly file: string; readonly line: number }
}

/** The end of a run of vitest. @param code what it ended with @param root the folder that paths begin from */
export function countUnits(code: number, report: VitestReport, root: string): Count {
  return honest(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    names: failedUnits(report, root),
  })
}

/** The end of a run of Playwright: what passed at a second try only has failed. @param code what it ended with */
export function countJourneys(code: number, { stats, suites }: PlaywrightReport): Count {
  return honest(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    names: failedJourneys(suites),
  })
}

/** What a runner says of itself must agree with how it ended: no test run, or a broken set-up, is a failure. */
function honest(code: number, count: Count): Count {
  const agrees = (code === 0) === (count.failed === 0) && count.passed > 0
  if (agrees) return count
  const name = `the run itself: it ended with ${code}, see above`
  return { ...count, failed: count.failed + 1, names: [...(count.names ?? []), name] }
}

/** Each test that failed, with its file and the first line of why; a file that could not be run, by itself. */
function failedUnits({ testResults }: VitestReport, root: string): string[] {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter(one => one.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : []
    return failed.map(one => `${file} › ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`)
  })
}

const firstLine = (text = ''): string => text.split('\n', 1)[0] ?? ''

/** Each journey that failed, or passed at a second try only, with where and why; one that was left out is neither. */
function failedJourneys(suites: readonly Suite[]): string[] {
  return suites.flatMap(({ file, specs, suites: inner = [] }) => [
    ...specs
      .filter(({ ok, tests }) => !ok || tests.some(test => test.status === 'flaky'))
      .map(({ title, tests }) => `${file} › ${title}${whyOf(tests)}`),
    ...failedJourneys(inner),
  ])
}

/** Where a journey stopped and in what: a record of a run keeps its last lines only. */
function whyOf(tests: readonly JourneyTest[]): string {
  const error = tests.flatMap(test => test.results ?? []).flatMap(result => result.errors)[0]
  if (!error) return ''
  const { message = '', location } = error
  const where = location ? ` (${basename(location.file)}:${location.line})` : ''
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const stood = tests
    .flatMap(test => test.annotations ?? [])
    .filter(({ type }) => type === STOOD)
    .map(({ description = '' }) => ` || ${description}`)
  return `${where}: ${lines.slice(0, WHY).join(' | ')}${stood.join('')}`
}
/** Lines of an error that tell what was looked for, what was there, and for how long it was waited. */
const WHY = 6
/** The notes of a failed journey on what stood on its pages (tests/journeys/test.ts). */
export const STOOD = 'stood'
