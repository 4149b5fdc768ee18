import { useState } from 'preact/hooks'
import { useDesk } from '../../model/desk.ts'
import { idsIn, NewerMessage, prepareNotice, sendReply, type Prepared } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import type { Failure } from '../../shared/failure.ts'
import { useSending } from '../../shared/use-sending.ts'

/** Sends a notice about a request, unless something newer is in the thread than what is on the screen. */
export function useNotice(opened: Readable): {
  readonly busy: boolean
  readonly failed: Failure | null
  /** Something newer was there, and nothing was sent: perhaps a colleague has done it, or the person wants it no longer. */
  readonly behind: boolean
  /** @param key the same for the same notice, so that one whose answer was lost is not sent twice. @returns whether it was sent */
  readonly notify: (key: string, notice: Parameters<typeof prepareNotice>[2]) => Promise<boolean>
} {
  const { session, again } = useDesk()
  const sending = useSending<Prepared>()
  const [behind, setBehind] = useState(false)
  return {
    busy: sending.busy,
    failed: sending.failed,
    behind,
    async notify(key, notice) {
      setBehind(false)
      const here = new Set(idsIn(opened))
      try {
        return await sending.run(
          `${key} ${here.size}`,
          () => prepareNotice(session, opened.stored.id, notice, here),
          sendReply,
        )
      } catch (caught) {
        if (!(caught instanceof NewerMessage)) throw caught
        setBehind(true)
        again()
        return false
      }
    },
  }
}
