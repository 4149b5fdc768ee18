import { useRef, useState } from 'preact/hooks'
import type { Failure } from './failure.ts'
import { useTrying } from './use-trying.ts'

/**
 * Something that is prepared once and sent until it has arrived: a second try sends the same again.
 * `failed` names why the latest try did not arrive, whatever went wrong; only `HeldBack` is left to the caller.
 */
export function useSending<Prepared>(): {
  busy: boolean
  failed: Failure | null
  /** @param key what it depends on; another key prepares again */
  run: (
    key: string,
    prepare: () => Prepared | Promise<Prepared>,
    send: (ready: Prepared) => Promise<void>,
  ) => Promise<boolean>
} {
  const { failed, trying } = useTrying()
  const [busy, setBusy] = useState(false)
  // Two taps may come before the first is drawn.
  const underWay = useRef(false)
  const readyRef = useRef<{ key: string; ready: Prepared } | null>(null)

  return {
    busy,
    failed,
    async run(key, prepare, send) {
      if (underWay.current) return false
      underWay.current = true
      setBusy(true)
      try {
        return await trying(async () => {
          if (readyRef.current?.key !== key) readyRef.current = { key, ready: await prepare() }
          await send(readyRef.current.ready)
          readyRef.current = null
        })
      } finally {
        underWay.current = false
        setBusy(false)
      }
    },
  }
}
