import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn } from '../../../src/inbox/shared/in-turn.ts'
import { inOwnTask } from '../../../src/inbox/shared/own-task.ts'

/** What is asked to be done in the next frame, and in a task of its own. */
let frames: FrameRequestCallback[] = []
let tasks: (() => void)[] = []
const scheduler = {
  postTask: (work: () => void) => {
    tasks.push(work)
    return Promise.resolve()
  },
}
const frame = (): void => {
  const now = frames
  frames = []
  for (const run of now) run(0)
}
const task = (): void => {
  tasks.shift()?.()
}

beforeEach(() => {
  frames = []
  tasks = []
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run))
  // Node has none.
  vi.stubGlobal('reportError', vi.fn())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('what is drawn in turn is drawn after a frame and not in it, one piece after another', () => {
  vi.stubGlobal('scheduler', scheduler)
  const went: string[] = []
  inTurn(() => went.push('first'))
  inTurn(() => went.push('second'))
  frame()
  expect(went).toEqual([])
  expect(frames).toEqual([])
  task()
  expect(went).toEqual(['first'])
  frame()
  task()
  expect(went).toEqual(['first', 'second'])
})

test('a browser without tasks of their own does it at once', () => {
  const went: string[] = []
  inOwnTask(() => went.push('done'), true)
  expect(went).toEqual(['done'])
})
