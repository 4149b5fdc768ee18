import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inPieces } from '../../../src/app/crisis/in-pieces.ts'

/** What waits for the phone to be idle. */
let idle: (() => void)[] = []
const beIdle = (): void => {
  for (const act of idle.splice(0)) act()
}

let clock = 0

/** Pieces that take 3 ms each, and which of them have been done. */
function slowPieces(count: number): { pieces: (() => void)[]; done: number[] } {
  const done: number[] = []
  const pieces = Array.from({ length: count }, (_, n) => () => {
    clock += 3
    done.push(n)
  })
  return { pieces, done }
}

const ask = vi.fn((act: () => void) => idle.push(act))
beforeEach(() => {
  idle = []
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.spyOn(Date, 'now').mockImplementation(() => clock)
  vi.stubGlobal('requestIdleCallback', ask)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('nothing is done before the phone is idle, and then no more at once than a touch can wait for', () => {
  const { pieces, done } = slowPieces(5)
  inPieces(pieces)
  expect(done).toEqual([])
  expect(ask).toHaveBeenLastCalledWith(expect.any(Function), { timeout: 100 })
  beIdle()
  expect(done).toEqual([0, 1, 2])
  beIdle()
  expect(done).toEqual([0, 1, 2, 3, 4])
  beIdle()
  expect(done).toHaveLength(5)
  expect(idle).toEqual([])
})

test('where the phone does not tell when it is idle, there is a pause in between', () => {
  vi.stubGlobal('requestIdleCallback', undefined)
  const { pieces, done } = slowPieces(4)
  inPieces(pieces)
  vi.advanceTimersByTime(99)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual([0, 1, 2])
  vi.advanceTimersByTime(100)
  expect(done).toHaveLength(4)
})
