import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import type { Mutant, Outcome } from './mutants.ts'

const change = (becomes: string): Mutant => ({
  file: 'core/a.ts',
  line: 1,
  text: 'a < b',
  before: 'a ',
  was: '<',
  becomes,
  source: '',
})
const tried = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, n) => ({ mutant: change(String(n)), outcome }))
const none = () => undefined
const theSecond = ({ becomes }: Mutant) => (becomes === '1' ? 'it is the same' : undefined)

test('what is noticed or does not run is good, and one change that nothing notices is not', () => {
  expect(judge('core', tried('noticed', 'broken'), 100, none).isGood).toBe(true)
  const { lines, isGood } = judge('core', tried('noticed', 'not noticed'), 100, none)
  expect(isGood).toBe(false)
  expect(lines).toContain('not noticed: core/a.ts:1: < -> 1')
  expect(lines.at(-1)).toBe('core: 100 % must be noticed')
  expect(judge('core', tried('noticed', 'not noticed'), 50, none).isGood).toBe(true)
  expect(judge('core', tried('noticed', 'not noticed'), 51, none).isGood).toBe(false)
})

test('a change with a reason does not count, until it is noticed: then the reason holds no longer', () => {
  expect(judge('core', tried('noticed', 'not noticed'), 100, theSecond).isGood).toBe(true)
  for (const outcome of ['noticed', 'broken'] as const) {
    const { lines, isGood } = judge('core', tried('noticed', outcome), 0, theSecond)
    expect(isGood).toBe(false)
    expect(lines[0]).toBe('noticed, though it should do nothing: core/a.ts:1: < -> 1: it is the same')
  }
})

test('a folder in which nothing is tried out has not passed', () => {
  expect(judge('core', [], 100, none).isGood).toBe(false)
})
