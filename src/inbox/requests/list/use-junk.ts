import { useContext, useState } from 'preact/hooks'
import { mayMove } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import { moveAll } from '../../model/move-all.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import type { Failure } from '../../shared/failure.ts'
import { MarkingContext } from '../../shared/marking.tsx'
import { TakingBackContext } from '../../shared/taking-back.ts'
import { useSending } from '../../shared/use-sending.ts'

export type Junk = {
  /** How many of those that are marked may be closed as junk. */
  readonly count: number
  readonly busy: boolean
  readonly failed: Failure | null
  /** That nothing was closed, and why; what was closed is told where it can be taken back. */
  readonly said: string
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** Closes what is marked as junk in one act, which can be taken back for ten seconds. */
export function useJunk(): Junk {
  const { t } = useCopy()
  const { requests, again } = useDesk()
  const { marked, setMarked } = useContext(MarkingContext)
  const [said, setSaid] = useState('')
  const { did } = useContext(TakingBackContext)
  const sending = useSending<readonly OpenedRequest[]>()
  // One that a colleague has handed over since it was marked would have the intake refuse all of them.
  const those = requests.filter(({ stored }) => marked?.has(stored.id) && mayMove(stored.state, 'junk'))

  const close = async (): Promise<void> => {
    let refused: ReadonlySet<string> = new Set()
    const done = await sending.run(
      those.map(one => one.stored.id).join(' '),
      () => those,
      async ready => {
        refused = await moveAll(ready, 'junk')
      },
    )
    if (!done) return
    setMarked(null)
    const closed = those.filter(({ stored }) => !refused.has(stored.id))
    const words = [
      t('marking.done', { count: closed.length }),
      ...(refused.size > 0 ? [t('marking.refused', { count: refused.size })] : []),
    ].join(' ')
    if (closed.length === 0) setSaid(words)
    else did({ at: null, said: words, prepare: () => Promise.resolve(() => openAgain(closed)) })
    again()
  }
  const openAgain = async (closed: readonly OpenedRequest[]): Promise<string> => {
    const left = await moveAll(closed, 'opened', 'junk')
    again()
    return [
      t('marking.back', { count: closed.length - left.size }),
      ...(left.size > 0 ? [t('marking.refused', { count: left.size })] : []),
      ...(closed.some(({ stored }) => stored.bookings.length > 0) ? [t('marking.backBooked')] : []),
    ].join(' ')
  }
  return {
    count: those.length,
    busy: sending.busy,
    failed: sending.failed,
    said,
    forget: () => {
      setSaid('')
    },
    close,
  }
}
