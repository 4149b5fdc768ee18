import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { forgetEverything, NOTHING, whatIsKept, type Kept } from './forget.ts'

/** Milliseconds. */
const LOOK_EVERY = 2_000

/** How far one has come: `sure` is the question whether one is. */
type At = 'asked' | 'sure' | 'failed' | 'done'

/** What is on this phone now, null until it has been looked for; and its removal, after which `section` has the focus. */
export function useForgetting(): {
  readonly section: RefObject<HTMLElement | null>
  readonly kept: Kept | null
  readonly at: At
  readonly setAt: (at: At) => void
  readonly forget: () => void
} {
  const [kept, setKept] = useState<Kept | null>(null)
  const section = useRef<HTMLElement>(null)
  const [at, setAt] = useState<At>('asked')
  useEffect(() => {
    if (at === 'done') {
      setKept(NOTHING) // looking again would make an empty database
      return undefined
    }
    let here = true
    const look = (): void => {
      whatIsKept().then(now => {
        if (here) setKept(now)
      }, reportError)
    }
    look()
    // Pages go on coming to the phone while this one is read.
    const timer = setInterval(look, LOOK_EVERY)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [at])

  const forget = (): void => {
    forgetEverything()
      .then(gone => {
        setAt(gone ? 'done' : 'failed')
        // The button that was pressed goes with what it did.
        if (gone) section.current?.querySelector('h2')?.focus()
      })
      .catch(reportError)
  }
  return { section, kept, at, setAt, forget }
}
