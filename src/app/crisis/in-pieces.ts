import { whenIdle } from '../phone/when-idle.ts'

/** Milliseconds after which a touch may be answered, and in which it goes on though the phone is never idle. */
const SLICE_MS = 8
const LATEST_MS = 100

/** Does one piece after the other, a little at a time, so that a touch is answered in between. What one throws ends it. */
export function inPieces(pieces: readonly (() => void)[]): void {
  if (pieces.length === 0) return
  whenIdle(() => {
    const until = Date.now() + SLICE_MS
    let done = 0
    do pieces[done++]?.()
    while (done < pieces.length && Date.now() < until)
    inPieces(pieces.slice(done))
  }, LATEST_MS)
}
