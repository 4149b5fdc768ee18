const waiting = new Set<() => void>()
let frame = 0

function runNext(): void {
  const [next] = waiting
  frame = 0
  if (!next) return
  waiting.delete(next)
  if (waiting.size > 0) frame = requestAnimationFrame(runNext)
  next()
}

/**
 * Does a piece of work in a frame of its own: whatever else waits has its turn in the frames after it, so that keys and
 * drawing have theirs between.
 * @returns what takes it back
 */
export function inTurn(work: () => void): () => void {
  waiting.add(work)
  if (frame === 0) frame = requestAnimationFrame(runNext)
  return () => {
    waiting.delete(work)
  }
}
