import { useState } from 'preact/hooks'
import { idsIn, newsIn } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'

/** What the writer of a reply has seen of the thread. */
export type Seen = {
  /** The ids of what was there when the writing began. */
  readonly read: ReadonlySet<string>
  /** Whether the reply was held back, since something came meanwhile. */
  readonly behind: boolean
  /** The writing begins, with the whole thread above. */
  readonly begin: () => void
  /** These are there now: the reply is held back until the writer has been told of them. */
  readonly tell: (there: readonly string[]) => void
  /** @returns whether the writer has been told of all that is there; one who has not is told now */
  readonly isTold: () => boolean
}

/** Keeps count of what a writer has seen of a thread: nothing that came while they wrote is answered unseen. */
export function useSeen(opened: Readable): Seen {
  const here = idsIn(opened)
  /** `read`: what was there when the writing began. `told`: what they were told to read since. */
  const [seen, setSeen] = useState(() => ({ read: new Set(here), told: new Set(here) }))
  const [behind, setBehind] = useState(false)
  const tell = (there: readonly string[]): void => {
    setSeen({ ...seen, told: new Set(there) })
    setBehind(true)
  }
  return {
    read: seen.read,
    behind,
    begin: () => {
      setSeen({ read: new Set(here), told: new Set(here) })
    },
    tell,
    isTold: () => {
      const isTold = newsIn(opened, seen.told).length === 0
      if (isTold) setBehind(false)
      else tell(here)
      return isTold
    },
  }
}
