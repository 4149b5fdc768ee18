import { useRef, useState } from 'preact/hooks'
import type { Booking, SlotKind } from '../../core/contract/index.ts'
import { useSubmit } from '../../ui/index.ts'
import { uuid } from '../phone/uuid.ts'
import { book, type Mailbox } from './mailbox.ts'

type NotBooked = 'taken' | 'noneLeft' | 'unreachable' | 'failed'

/** A time to be booked in the place of none, or of one that is moved. */
export type ToBook = {
  readonly mailbox: Mailbox
  readonly kind: SlotKind
  /** The time to be moved; null to book one more. */
  readonly moving: Booking | null
  /** A time was got. */
  readonly onBooked: (booking: Booking) => void
  readonly onNoneLeft: () => void
}

/** What is wished for, and how it went when it was asked for. */
type Wishes = {
  readonly slotIds: readonly string[]
  readonly setSlotIds: (slotIds: readonly string[]) => void
  /** It was asked for without a wish, and there is none yet. */
  readonly isMissing: boolean
  /** Why there is no time, as a word for the locales. */
  readonly problem: NotBooked | null
} & ReturnType<typeof useSubmit>

/**
 * Wishes for a time, and the booking of the first free one of them.
 * @param again asks for the free times again
 */
export function useBooking({ mailbox, moving, onBooked, onNoneLeft }: ToBook, again: () => void): Wishes {
  const [slotIds, setSlotIds] = useState<readonly string[]>([])
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<NotBooked | null>(null)
  /** The same wishes tried again are the same booking: a lost answer must not book twice. */
  const triedRef = useRef<{ id: string; wishes: string } | null>(null)

  const sending = useSubmit({
    check() {
      setProblem(null)
      setMissing(slotIds.length === 0)
      return slotIds.length > 0
    },
    async send() {
      const wishes = slotIds.join(' ')
      if (triedRef.current?.wishes !== wishes) triedRef.current = { id: uuid(), wishes }
      const told = await book(mailbox, {
        id: triedRef.current.id,
        slotIds,
        ...(moving && { replaces: moving.id }),
      })
      if (told.kind === 'ok') {
        onBooked(told.value)
      } else if (told.kind === 'unreachable' || told.problem === 'slow-down') {
        setProblem('unreachable')
      } else if (told.problem === 'slot-taken') {
        setProblem('taken')
        setSlotIds([])
        again()
      } else {
        setProblem(told.problem === 'no-booking-left' ? 'noneLeft' : 'failed')
        if (told.problem === 'no-booking-left') onNoneLeft()
      }
    },
  })
  return { slotIds, setSlotIds, isMissing: missing && slotIds.length === 0, problem, ...sending }
}
