import type { StaffSlot } from '../../core/contract/index.ts'
import { dayAndTime } from '../../core/calendar/times.ts'
import type { Language } from '../../core/facts/types.ts'
import { call } from '../shared/api.ts'
import { CannotWrite, IntakeError, isGone } from '../shared/failure.ts'
import { dayOf } from '../shared/today.ts'
import { tIn, type T } from '../shared/copy.ts'
import { languageOf, prepareCalledOff, sendReply, type Prepared } from '../model/reply.ts'
import { numberOf } from '../model/number.ts'
import { isReadable, type OpenedRequest } from '../model/requests.ts'
import { fetchRequest } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'

export type StaffBooking = StaffSlot['bookings'][number]
export type Word = { readonly booking: StaffBooking; readonly prepared: Prepared }

export type Cancellation = {
  readonly words: readonly Word[]
  /** The bookings whose person cannot be written to. */
  readonly silent: readonly StaffBooking[]
  /** The bookings that are not there any more: the person has another time or none, and is not to be frightened. */
  readonly moved: readonly StaffBooking[]
  readonly ids: readonly string[]
  /** The times that go too, so that nobody books them again. */
  readonly withdraws: readonly string[]
}

export type Cancelled = {
  /** The bookings whose person no word went to. */
  readonly untold: readonly StaffBooking[]
  /** The bookings that their person had given back or moved meanwhile. */
  readonly moved: readonly StaffBooking[]
  /** The times that somebody else has booked meanwhile: they stay. */
  readonly rebooked: readonly string[]
}

/**
 * Seals a word to everybody who has one of these bookings now and was not told yet, by a colleague or by an earlier try.
 * @param said.text what the member wrote; undefined for our own words in each person's language
 * @param said.withdraws the times that go too; the others are free again
 */
export async function prepareCancel(
  session: Session,
  bookings: readonly StaffBooking[],
  requests: readonly OpenedRequest[],
  { text, withdraws }: { text: string | undefined; withdraws: readonly string[] },
): Promise<Cancellation> {
  const words: Word[] = []
  const silent: StaffBooking[] = []
  const moved: StaffBooking[] = []
  for (const booking of bookings) {
    // It may not be open yet, or lie with what staff are done with: nobody loses a time unheard for that.
    const opened =
      requests.find(one => one.stored.id === booking.requestId) ??
      (await unlessMute(() => fetchRequest(session, booking.requestId)))
    const prepared =
      opened && isReadable(opened)
        ? await unlessMute(() =>
            prepareCalledOff(session, booking, text ?? calledOff(booking.kind, tIn(languageOf(opened)))),
          )
        : null
    if (prepared === null) silent.push(booking)
    else if (prepared === 'moved') moved.push(booking)
    else if (prepared !== 'told') words.push({ booking, prepared })
  }
  return { words, silent, moved, ids: bookings.map(booking => booking.id), withdraws }
}

/**
 * Null when this one person cannot be written to: their request is gone, is full, or names no usable key. It must not
 * keep the time of the others. What concerns the connection or the session still stops everything.
 */
async function unlessMute<Value>(write: () => Promise<Value>): Promise<Value | null> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof CannotWrite) return null
    if (error instanceof IntakeError && (isGone(error.problem) || error.problem === 'id-conflict'))
      return null
    throw error
  }
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
 * First the words, then the deed: nobody loses a time unheard. Prepared and sent again it changes nothing twice.
 * @throws {IntakeError}
 */
export async function sendCancel({ words, silent, moved, ids, withdraws }: Cancellation): Promise<Cancelled> {
  const untold = [...silent]
  for (const { booking, prepared } of words) {
    const sent = await unlessMute(() => sendReply(prepared).then(() => true))
    if (sent === null) untold.push(booking)
  }
  await cancelBookings(ids)
  const rebooked: string[] = []
  // One by one: a time that is booked again keeps its own place, and not that of the others.
  for (const slotId of withdraws) if (!(await isWithdrawn(slotId))) rebooked.push(slotId)
  return { untold, moved, rebooked }
}

async function isWithdrawn(slotId: string): Promise<boolean> {
  try {
    await call('withdrawSlots', { body: { ids: [slotId] } })
    return true
  } catch (error) {
    if (error instanceof IntakeError && error.problem === 'slot-booked') return false
    throw error
  }
}

/**
 * Those of these bookings who may stand at the door, though they are told in their thread: the time is today, and there is
 * no number to ring. A course counts by its next day.
 * @param today `YYYY-MM-DD`
 */
export function mayStandAtDoor(
  bookings: readonly StaffBooking[],
  slots: readonly StaffSlot[],
  requests: readonly OpenedRequest[],
  today: string,
): OpenedRequest[] {
  return bookings.flatMap(({ slotId, requestId }) => {
    const slot = slots.find(({ id }) => id === slotId)
    const opened = requests.find(one => one.stored.id === requestId)
    const isToday = slot?.place === 'house' && slot.dates.some(date => dayOf(date) === today)
    return isToday && opened?.envelope && numberOf(opened) === undefined ? [opened] : []
  })
}

/** The most that the contract takes at once (`bookingsCancel`). */
const MOST = 100

/** Calls bookings off at the intake, as many at a time as a call may name. @throws what a call throws; what went before it stays called off */
export async function cancelBookings(ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += MOST) {
    await call('callOff', { body: { ids: ids.slice(at, at + MOST) } })
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
