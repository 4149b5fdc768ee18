import { useState } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { holdsCpr } from '../../core/request/index.ts'
import { MESSAGE_TEXT_MAX } from '../../core/sealing/index.ts'
import { useDesk } from '../model/desk.ts'
import { useCopy } from '../shared/copy.ts'
import { cancelKey, useDraft } from '../shared/drafts.ts'
import { IntakeError, type Failure } from '../shared/failure.ts'
import { useDoubt } from '../shared/use-doubt.ts'
import { useFieldError } from '../shared/use-field-error.ts'
import { useSending } from '../shared/use-sending.ts'
import { calledOff, prepareCancel, sendCancel, type Cancelled } from './cancel.ts'

/** What becomes of a time that is called off. */
type After = 'gone' | 'free'

type Cancelling = {
  readonly text: string
  readonly write: (text: string) => void
  /** What is wrong with the text. */
  readonly error: string | undefined
  readonly after: After
  readonly setAfter: (after: After) => void
  readonly busy: boolean
  readonly failed: Failure | null
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
}

/**
 * The word to those who have a time, what becomes of the time, and the way to call it off.
 * @param onCancelled gets who was not told
 */
export function useCancel(slot: StaffSlot, onCancelled: (result: Cancelled) => void): Cancelling {
  const { t } = useCopy()
  const { session, requests, again } = useDesk()
  const name = cancelKey(slot.id)
  const [text, setText] = useDraft(name)
  const [after, setAfter] = useState<After>('gone')
  const [error, setError] = useFieldError(name)
  const sending = useSending<null>()
  const doubts = useDoubt()
  const words = text?.trim()

  return {
    text: text ?? calledOff(slot.kind, t),
    write(next) {
      setText(next)
      setError(undefined)
      doubts.forget()
    },
    error,
    after,
    setAfter,
    busy: sending.busy,
    failed: sending.failed,
    check() {
      const isLong = (words ?? '').length > MESSAGE_TEXT_MAX
      const doubt = !isLong && holdsCpr(words ?? '') ? t('reply.cpr') : undefined
      const asks = doubts.isNew(doubt)
      setError(isLong ? t('cancel.long') : asks ? doubt : undefined)
      return !isLong && !asks
    },
    async send() {
      let result: Cancelled = { untold: [], moved: [], rebooked: [] }
      const done = await sending.run(
        '',
        () => null,
        // Prepared at each try: who was told by the last, or by a colleague since, is not told again.
        async () => {
          const withdraws = after === 'gone' ? [slot.id] : []
          result = await sendCancel(
            await prepareCancel(session, slot.bookings, requests, { text: words, withdraws }),
          )
          if (result.rebooked.length === 0) return
          // Somebody was quick: the row has to show who has it now.
          again()
          throw new IntakeError('slot-booked')
        },
      )
      if (!done) return
      setText(undefined)
      onCancelled(result)
    },
  }
}
