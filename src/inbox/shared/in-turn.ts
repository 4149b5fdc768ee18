import { inOwnTask } from './own-task.ts'

const waiting = new Map<() => void, number>()
let frame = 0

function ask(): void {
  frame = requestAnimationFrame(() => {
    // The frame lays out and paints what was drawn before it; what is drawn now waits for the next.
    inOwnTask(runNext)
  })
}

function runNext(): void {
  frame = 0
  let room = 1
  const now: (() => void)[] = []
  for (const [work, share] of waiting) {
    if (room <= 0) break
    room -= share
    now.push(work)
    waiting.delete(work)
  }
  if (waiting.size > 0) ask()
  for (const work of now) work()
}

/**
 * Does a piece of work after a frame of its own: whatever else waits has its turn after the frames that follow, so that keys
 * and drawing have theirs between.
 * @param share how much of a frame it takes: as many as fill one are done after the same
 * @returns what takes it back
 */
export function inTurn(work: () => void, share = 1): () => void {
  waiting.set(work, share)
  if (frame === 0) ask()
  return () => {
    waiting.delete(work)
  }
}
