import { describe, expect, it } from 'vitest'
import { countJourneys, countUnits } from '../../src/commands/test-reports.ts'

const passed = { fullName: 'seals', status: 'passed', failureMessages: [] as string[] }
const failed = { fullName: 'opens again', status: 'failed', failureMessages: ['Error: no key\n  at line 3'] }
const file = { name: '/here/tests/a.test.ts', status: 'passed', message: '', assertionResults: [passed] }
const report = (numFailedTests: number, ...testResults: (typeof file)[]) => ({
  numPassedTests: 1,
  numFailedTests,
  testResults,
})

describe('what is told at the end of the tests', () => {
  it('names each test that failed, with its file and the first line of why', () => {
    const bad = { ...file, status: 'failed', assertionResults: [passed, failed] }
    expect(countUnits(1, report(1, bad), '/here')).toEqual({
      passed: 1,
      failed: 1,
      names: ['tests/a.test.ts › opens again: Error: no key'],
    })
  })

  it('names a file that could not be run, and counts it', () => {
    const broken = { ...file, status: 'failed', message: 'SyntaxError: no\nmore', assertionResults: [] }
    const { failed: count, names } = countUnits(1, report(0, file, broken), '/here')
    expect(count).toBe(1)
    expect(names?.[0]).toBe('tests/a.test.ts: SyntaxError: no')
  })

  it('counts a run that ended badly though every test passed: coverage below its floor', () => {
    expect(countUnits(1, report(0, file), '/here').failed).toBe(1)
    expect(countUnits(0, report(0, file), '/here')).toEqual({ passed: 1, failed: 0, names: [] })
  })

  it('takes a second try for a failure and names it; a journey that was left out for neither', () => {
    const spec = (title: string, ok: boolean, status: string) => ({ title, ok, tests: [{ status }] })
    const suites = [
      {
        file: 'road.spec.ts',
        specs: [spec('left out', true, 'skipped')],
        suites: [
          { file: 'road.spec.ts', specs: [spec('shaky', true, 'flaky'), spec('sure', true, 'expected')] },
        ],
      },
    ]
    const stats = { expected: 1, unexpected: 0, flaky: 1 }
    expect(countJourneys(1, { stats, suites })).toEqual({
      passed: 1,
      failed: 1,
      names: ['road.spec.ts › shaky'],
    })
  })

  it('tells where a journey stopped and in what, in plain text', () => {
    const message = '\u001b[31mError: expect(locator).toBeVisible() failed\u001b[39m\n\n  Timeout: 10000ms\n'
    const errors = [{ message, location: { file: '/x/tests/journeys/phone.ts', line: 12 } }]
    const tests = [{ status: 'unexpected', results: [{ errors: [] }, { errors }] }]
    const suites = [{ file: 'road.spec.ts', specs: [{ title: 'sends', ok: false, tests }] }]
    const stats = { expected: 1, unexpected: 1, flaky: 0 }
    expect(countJourneys(1, { stats, suites }).names).toEqual([
      'road.spec.ts › sends (phone.ts:12): Error: expect(locator).toBeVisible() failed | Timeout: 10000ms',
    ])
  })

  it('tells what stood on the pages of a journey that failed', () => {
    const annotations = [
      { type: 'stood', description: '/kontakt: Beskeden er kommet frem' },
      { type: 'other' },
    ]
    const errors = [{ message: 'Error: not visible' }]
    const tests = [{ status: 'unexpected', results: [{ errors }], annotations }]
    const suites = [{ file: 'road.spec.ts', specs: [{ title: 'sends', ok: false, tests }] }]
    const stats = { expected: 1, unexpected: 1, flaky: 0 }
    expect(countJourneys(1, { stats, suites }).names).toEqual([
      'road.spec.ts › sends: Error: not visible || /kontakt: Beskeden er kommet frem',
    ])
  })
})
