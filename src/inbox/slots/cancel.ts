import { bookingsCancelAnswer, type StaffSlot } from '../../core/contract/index.ts'
import { dayAndTime } from '../../core/calendar/times.ts'
import type { Language } from '../../core/facts/types.ts'
import { act, call } from '../shared/api.ts'
import { makeT, type T } from '../shared/copy.ts'
import { languageOf, prepareNotice, sendReply, type Prepared } from '../model/reply.ts'
import { isReadable, type OpenedRequest } from '../model/requests.ts'
import type { Session } from '../session/session.ts'

export type Cancellation = {
  readonly words: readonly Prepared[]
  readonly ids: readonly string[]
  /** The time itself goes too, so that nobody books it again. */
  readonly withdraws: string | null
}

/**
 * Seals a word to everybody who has this time.
 * @param said.text what the member wrote; undefined for our own words in each person's language
 * @param said.withdraw whether the time goes too, or is free again
 */
export async function prepareCancel(
  session: Session,
  slot: StaffSlot,
  requests: readonly OpenedRequest[],
  { text, withdraw }: { text: string | undefined; withdraw: boolean },
): Promise<Cancellation> {
  const words: Prepared[] = []
  for (const { id, requestId } of slot.bookings) {
    const opened = requests.find(one => one.stored.id === requestId)
    // Whose request does not open cannot be written to: there is no key to seal to.
    if (!opened || !isReadable(opened)) continue
    const said = text ?? calledOff(slot.kind, makeT(languageOf(opened)))
    words.push(await prepareNotice(session, requestId, { text: said, cancels: [id] }))
  }
  const ids = slot.bookings.map(booking => booking.id)
  return { words, ids, withdraws: withdraw ? slot.id : null }
}

/** Our own words. Only the talks of the young are counted, so only to them it matters that this one is not. */
export function calledOff(kind: StaffSlot['kind'], t: T): string {
  if (kind === 'relatives-course') return t('cancel.messageCourse')
  return t(kind === 'youth-talk' ? 'cancel.messageCounted' : 'cancel.message')
}

/** What goes when one of its dates is called off or taken away: of a course of several days, all of them. */
export function nameOfSlot(
  { dates }: StaffSlot,
  date: StaffSlot['dates'][number],
  t: T,
  lang: Language,
): string {
  return dates.length > 1 ? t('slots.wholeCourse', { n: dates.length }) : dayAndTime(date, lang)
}

/**
 * First the words, then the deed: nobody loses a time unheard. Sent again it changes nothing twice.
 * @throws {IntakeError} `slot-booked` when all is called off, but somebody has booked the time meanwhile
 */
export async function sendCancel({ words, ids, withdraws }: Cancellation): Promise<void> {
  for (const word of words) await sendReply(word)
  await cancelBookings(ids)
  if (withdraws !== null) await act('DELETE', '/api/staff/slots', { ids: [withdraws] })
}

/** The contract takes so many at once (`bookingsCancel`). */
const MOST = 100

export async function cancelBookings(ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += MOST) {
    await call('POST', '/api/staff/bookings/cancel', bookingsCancelAnswer, { ids: ids.slice(at, at + MOST) })
  }
}

/** Bookings whose request does not open: nobody can be met or told, and seats can be filled up that way. */
export function unreadableBookings(
  slots: readonly StaffSlot[],
  requests: readonly OpenedRequest[],
): string[] {
  const shut = new Set(requests.filter(one => !isReadable(one)).map(one => one.stored.id))
  return slots.flatMap(slot =>
    slot.bookings.filter(booking => shut.has(booking.requestId)).map(booking => booking.id),
  )
}
