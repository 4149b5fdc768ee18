import { useContext, useState } from 'preact/hooks'
import { idsIn, newsIn } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import { DraftsContext, VIEW } from '../../shared/drafts.ts'

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

/** `read`: what was there when the writing began. `told`: what they were told to read since. */
type Ids = { readonly read: readonly string[]; readonly told: readonly string[] }

/**
 * Keeps count of what a writer has seen of a thread: nothing that came while they wrote is answered unseen. It lies beside the
 * words: who takes them up again, after a locked screen or from the list, has not read what came meanwhile.
 * @param isBegun whether there are words
 */
export function useSeen(opened: Readable, isBegun: boolean): Seen {
  const here = idsIn(opened)
  const drafts = useContext(DraftsContext)
  const place = `${VIEW}read-${opened.stored.id}`
  const [seen, keepSeen] = useState(() => {
    const kept = isBegun ? drafts.get(place) : undefined
    // Sound: only this page writes it.
    return setsOf(kept === undefined ? { read: here, told: here } : (JSON.parse(kept) as Ids))
  })
  const setSeen = (ids: Ids): void => {
    drafts.set(place, JSON.stringify(ids))
    keepSeen(setsOf(ids))
  }
  const [behind, setBehind] = useState(false)
  const tell = (there: readonly string[]): void => {
    setSeen({ read: [...seen.read], told: there })
    setBehind(true)
  }
  return {
    read: seen.read,
    behind,
    begin: () => {
      setSeen({ read: here, told: here })
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

const setsOf = ({ read, told }: Ids): { readonly [Kind in keyof Ids]: ReadonlySet<string> } => ({
  read: new Set(read),
  told: new Set(told),
})
