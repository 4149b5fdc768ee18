import { useCallback, useLayoutEffect, useRef } from 'preact/hooks'
import { fetchRequests, newBook, type Shelf } from '../model/book.ts'
import { fetchTimes, type Times } from '../model/times.ts'
import { closeOpener, readyFor } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'
import type { DeskMemory } from './desk-memory.ts'
import { begunFor, forgetLost } from './lost-words.ts'
import { useLoaded } from './use-loaded.ts'
import type { Onto } from './use-same.ts'

/**
 * Fetches requests and times together, as `useLoaded` does, and forgets what was begun for those that are gone.
 * @param openId the request that is open: it comes, whatever staff have done with it
 */
export function useOnto(
  session: Session,
  { drafts }: DeskMemory,
  openId: string | null,
  onSignedOut: () => void,
): ReturnType<typeof useLoaded<Onto>> & {
  /** Somebody looks for those that staff are done with. */
  readonly openDone: () => void
} {
  const book = useRef(newBook())
  const timesRef = useRef<Times | null>(null)
  const loading = useLoaded<Onto>(async (onPart, byItself) => {
    const times = fetchTimes(timesRef.current).then(known => (timesRef.current = known))
    // It is awaited below; until then its failure must not count as one that nobody sees.
    times.catch(() => undefined)
    const begun = begunFor(drafts)
    const also = openId === null ? begun : [openId, ...begun]
    const onProgress = (progress: Shelf): void => {
      times
        .then(known => {
          onPart({ ...progress, times: known })
        })
        .catch(() => undefined)
    }
    const shelf = await fetchRequests(session, book.current, also, onProgress, byItself)
    const onto = { ...shelf, times: await times }
    forgetLost(drafts, begun, { requests: onto.requests, slots: onto.times.slots })
    return onto
  }, onSignedOut)
  // Before anything is fetched, which is an effect too.
  useLayoutEffect(() => {
    readyFor(session)
    return () => {
      closeOpener(session)
    }
  }, [session])
  const { again } = loading
  const openDone = useCallback(() => {
    if (book.current.isDoneWanted) return
    book.current.isDoneWanted = true
    again()
  }, [again])
  return { ...loading, openDone }
}
