import { touchDraft, WARN_BEFORE, wipeDraft } from '../draft/draft.ts'
import { UNTOUCHED } from '../draft/laid.ts'

export type Untouched = {
  /** Said two minutes before; `secondsLeft` counts from then. */
  readonly warn: (secondsLeft: number) => void
  /** Somebody is here again: take the word away. */
  readonly back: () => void
  /** Twenty minutes untouched: answers in memory must go too. */
  readonly wiped: () => void
  /** Somebody is here after that: what stays on the page is no longer left alone. */
  readonly again?: () => void
}

/** How often the clock is looked at, and how often a touch is written down; milliseconds. */
const LOOK_EVERY = 5_000
const NOTE_EVERY = 30_000

/**
 * Watches over answers under way: a gentle word after 18 minutes without a touch, gone after 20. The clock is compared,
 * not counted, so that a phone that slept notices when it wakes. Returns how to stop.
 */
export function watchUntouched(on: Untouched): () => void {
  let last = Date.now()
  let noted = last
  let state: 'here' | 'warned' | 'gone' = 'here'

  const touched = (): void => {
    look() // a phone that wakes after an hour must not have its first touch count as "still here"
    last = Date.now()
    if (state === 'warned') on.back()
    if (state === 'gone') on.again?.()
    state = 'here'
    if (last - noted < NOTE_EVERY) return
    noted = last
    touchDraft().catch(reportError)
  }

  const look = (): void => {
    const quiet = Date.now() - last
    if (state === 'gone') return
    if (quiet >= UNTOUCHED) {
      state = 'gone'
      wipeDraft()
      on.wiped()
    } else if (quiet >= UNTOUCHED - WARN_BEFORE && state === 'here') {
      state = 'warned'
      on.warn(Math.ceil((UNTOUCHED - quiet) / 1000))
    }
  }

  const timer = setInterval(look, LOOK_EVERY)
  const touches = ['pointerdown', 'keydown', 'input'] as const
  for (const touch of touches) addEventListener(touch, touched, { passive: true, capture: true })
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    for (const touch of touches) removeEventListener(touch, touched, { capture: true })
    document.removeEventListener('visibilitychange', look)
  }
}
