import type { BookingPost, RequestPost } from '../../../core/contract/index.ts'
import { book, cancelBooking } from '../bookings.ts'
import type { Db } from '../database.ts'
import { readMailbox } from '../mailboxes.ts'
import { addMessage } from '../messages.ts'
import type { MailboxHash, Moment } from '../moment.ts'
import { acceptRequest, withdraw } from '../requests.ts'
import { freeSlots } from '../slots.ts'
import { bind, type Bound, type Ground } from './bound.ts'

const queries = ({ limits, closing }: Pick<Ground, 'limits' | 'closing'>) => ({
  /** Takes the first free wished time. A taken time never loses the request. */
  acceptRequest: (db: Db, post: RequestPost, at: Moment) => acceptRequest(db, post, { ...at, limits }),
  /** Free times of a kind that have not begun, soonest first. */
  slots: freeSlots,
  /** Reads a mailbox and counts as its use (day only); null when there is none. */
  mailbox: (db: Db, mailbox: MailboxHash, at: Moment) => readMailbox(db, mailbox, { ...at, limits }, closing),
  /** `full`: the thread has as many messages as one may have. Staff can still reply. */
  addMessage,
  /** One transaction; with `replaces` the old time is given back only if a new one was got. */
  book: (db: Db, mailbox: MailboxHash, post: BookingPost, at: Moment) =>
    book(db, mailbox, post, { ...at, limits }),
  /** Gives a time back. A time given back before it begins does not count against the limit. */
  cancelBooking,
  /** Request, messages and bookings are gone; SHA-256 of the request's id stays `erasedDays`. */
  withdraw,
})

/** What citizens' calls ask of the store. */
export type CitizenStore = Bound<ReturnType<typeof queries>>

/** What citizens' calls need of a store. The list says after which answers something was erased, so that the store is rewritten soon. */
export function citizenStore(ground: Ground): CitizenStore {
  return bind(ground, queries(ground), {
    book: (answer, [, post]) => answer.kind === 'accepted' && post.replaces !== undefined,
    cancelBooking: answer => answer === 'cancelled',
    withdraw: answer => answer === 'withdrawn',
  })
}
