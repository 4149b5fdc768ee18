const waiting = new Map<() => void, number>()
let frame = 0

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
  if (waiting.size > 0) frame = requestAnimationFrame(runNext)
  for (const work of now) work()
}

/**
 * Does a piece of work in a frame of its own: whatever else waits has its turn in the frames after it, so that keys and
 * drawing have theirs between.
 * @param share how much of a frame it takes: as many as fill one are done in the same
 * @returns what takes it back
 */
export function inTurn(work: () => void, share = 1): () => void {
  waiting.set(work, share)
  if (frame === 0) frame = requestAnimationFrame(runNext)
  return () => {
    waiting.delete(work)
  }
}
