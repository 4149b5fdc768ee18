import type { NotePost } from '../../../core/contract/index.ts'
import { readAudit, recordAlone } from '../audit.ts'
import { staffCancelBookings } from '../bookings.ts'
import type { Db } from '../database.ts'
import { readFigures } from '../figures.ts'
import { addReply } from '../messages.ts'
import type { Act } from '../moment.ts'
import { addNote } from '../notes.ts'
import { looked, noticesFailing } from '../notices.ts'
import { changeSlot, publishSlots, staffSlots, withdrawSlots } from '../slots.ts'
import { changes, staffRequest, staffRequests } from '../staff.ts'
import { setStates } from '../states.ts'
import { bind, type Bound, type Ground } from './bound.ts'

const queries = ({ limits }: Pick<Ground, 'limits'>) => ({
  /** A page of all requests, in the order of their ids; `next` is what to give as `after` for the next one. */
  staffRequests,
  staffRequest,
  /** What a caller that has these versions lacks, and which of them no longer stand. */
  changes,
  /** A reply of staff; sets the state to `answered` unless it is further on, or `answers` is false. */
  addReply,
  /**
   * A note or event that only staff see. `full`: the request has as many as one may have. With `missed` a talk that is
   * over no longer counts, unless the municipality counts those that were missed; with `missed: false` it counts again.
   */
  addNote: (db: Db, requestId: string, note: NotePost, at: Act) =>
    addNote(db, requestId, note, { ...at, limits }),
  /** Moves each request on from the state the member saw; one that stands elsewhere is left and named. */
  setStates,
  /** Cancels booked times on staff's side (times or requests that do not open). */
  staffCancelBookings,

  publishSlots,
  /** A time as it is to be, from how the member saw it: what citizens were shown changes only while nobody has it. */
  changeSlot,
  /** All or none: a booked time is not withdrawn (`slot-booked`). */
  withdrawSlots,
  staffSlots,

  /** A member's inbox has fetched what there is: what came until now needs no mail today. */
  looked,
  /** The day since which a mail could not be sent; null when all could. */
  noticesFailing,
  /** Sums by week, the newest first; what is erased is still counted. */
  figures: readFigures,

  /** Records an act that changes nothing else in the store. */
  record: recordAlone,
  /** Who did what, the newest first; `before`: the line to go on below. */
  audit: readAudit,
})

/** What the inbox's calls ask of the store. Each act is recorded with the member who does it. */
export type StaffStore = Bound<ReturnType<typeof queries>>

/** What staff's calls need of a store. The list says after which answers something was erased, so that the store is rewritten soon. */
export function staffStore(ground: Ground): StaffStore {
  return bind(ground, queries(ground), {
    setStates: (answer, [post]) => post.state === 'junk' && answer.changed.length > 0,
    staffCancelBookings: answer => answer.cancelled > 0,
  })
}
