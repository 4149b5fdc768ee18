import { useContext, useRef, useState } from 'preact/hooks'
import { DraftsContext, VIEW } from './drafts.ts'
import type { Failure } from './failure.ts'
import { useTrying } from './use-trying.ts'

/** What is ready to be sent, and what it was made from. */
type Kept<Prepared> = { readonly key: string; readonly ready: Prepared }

/**
 * Something that is prepared once and sent until it has arrived: a second try sends the same again.
 * `failed` names why the latest try did not arrive, whatever went wrong; only `HeldBack` is left to the caller.
 * @param keptAs where to keep what is on its way with the half-written words: it arrives once, also when the member has
 * been elsewhere between two tries. Only for what is plain data.
 */
export function useSending<Prepared>(keptAs?: string): {
  busy: boolean
  failed: Failure | null
  /** What was sent and not answered. */
  underWay: () => Kept<Prepared> | null
  /** It has arrived all the same. */
  settle: () => void
  /** @param key what it depends on; another key prepares again */
  run: (
    key: string,
    prepare: () => Prepared | Promise<Prepared>,
    send: (ready: Prepared) => Promise<void>,
  ) => Promise<boolean>
} {
  const { failed, clear, trying } = useTrying()
  const drafts = useContext(DraftsContext)
  const [busy, setBusy] = useState(false)
  // Two taps may come before the first is drawn.
  const isRunning = useRef(false)
  const readyRef = useRef<Kept<Prepared> | null>(null)
  const name = keptAs === undefined ? null : `${VIEW}sending-${keptAs}`
  const underWay = (): Kept<Prepared> | null => {
    const kept = name === null ? undefined : drafts.get(name)
    // Sound: this page wrote it.
    return kept === undefined ? readyRef.current : (JSON.parse(kept) as Kept<Prepared>)
  }
  const keep = (ready: Kept<Prepared> | null): void => {
    readyRef.current = ready
    if (name === null) return
    if (ready === null) drafts.delete(name)
    else drafts.set(name, JSON.stringify(ready))
  }

  return {
    busy,
    failed,
    underWay,
    settle: () => {
      keep(null)
      clear()
    },
    async run(key, prepare, send) {
      if (isRunning.current) return false
      isRunning.current = true
      setBusy(true)
      try {
        return await trying(async () => {
          const before = underWay()
          const now = before?.key === key ? before : { key, ready: await prepare() }
          keep(now)
          await send(now.ready)
          keep(null)
        })
      } finally {
        isRunning.current = false
        setBusy(false)
      }
    },
  }
}
