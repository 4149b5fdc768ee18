import type { RequestPost } from '../../core/contract/index.ts'
import { bookWithRequest, releaseAll } from './bookings.ts'
import { contentHash, idHash, toBytes } from './content.ts'
import { type Db, Undo } from './database.ts'
import { keepSums } from './figures.ts'
import type { Counted } from './limits.ts'
import { lockMailbox } from './mailbox-row.ts'
import { CAME } from './notices.ts'
import type { Rows } from './schema.ts'
import { slotRow, toSlot } from './slot-row.ts'
import type { AcceptedRequest } from './answers.ts'
import type { MailboxHash, Moment } from './moment.ts'

type Accepted = { kind: 'accepted' | 'same'; answer: AcceptedRequest } | { kind: 'conflict' | 'erased' }

/**
 * `Store.acceptRequest`. A mailbox belongs to one request: another id with the same mailbox is a `conflict`.
 * A retry tells the time as it stands: where it was moved to, and null once it was given back or its day is over.
 */
export async function acceptRequest(db: Db, post: RequestPost, at: Counted): Promise<Accepted> {
  const slotIds = post.slotIds ?? []
  const content = contentHash([post.sealed, post.mailbox, slotIds])

  const mailbox = { hash: post.mailbox, used_on: at.today, youth_talks: 0, adult_talks: 0, courses: 0 }
  const opened = await db
    .insertInto('mailboxes')
    .values(mailbox)
    .onConflict(oc => oc.column('hash').doNothing())
    .executeTakeFirst()
  if (opened.numInsertedOrUpdatedRows !== 1n) return repeated(db, post.id, content)

  const made = await db
    .insertInto('requests')
    .values({
      id: post.id,
      mailbox: post.mailbox,
      content,
      sealed: toBytes(post.sealed),
      received_on: at.today,
      state: 'new',
      state_on: at.today,
      waits_from: at.today,
      answered_on: null,
      notice: CAME,
      notice_on: null,
    })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Undo<Accepted>(await repeated(db, post.id, content))
  // Asked after the insert: the call that withdrew the same id just now has let us through only when done.
  if (await isErased(db, post.id)) throw new Undo<Accepted>({ kind: 'erased' })

  const slot = await bookWithRequest(db, post.mailbox, slotIds, at)
  return { kind: 'accepted', answer: { receivedOn: at.today, slot } }
}

/** `Store.withdraw`. */
export async function withdraw(
  db: Db,
  hash: MailboxHash,
  at: Moment,
): Promise<'withdrawn' | 'unknown-mailbox'> {
  if (!(await lockMailbox(db, hash))) return 'unknown-mailbox'
  await eraseMailbox(db, hash, at)
  return 'withdrawn'
}

/** Erases a locked mailbox with all that hangs on it; the SHA-256 of the request's id and the day stay. */
export async function eraseMailbox(db: Db, hash: MailboxHash, at: Moment): Promise<void> {
  await releaseAll(db, hash, at, 'citizen')
  const request = await db.selectFrom('requests').selectAll().where('mailbox', '=', hash).executeTakeFirst()
  if (request) await keepSums(db, request)
  // Request, messages and bookings go with it (ON DELETE CASCADE).
  await db.deleteFrom('mailboxes').where('hash', '=', hash).execute()
  if (!request) return
  await db
    .insertInto('erased')
    .values({ hash: idHash(request.id), on_day: at.today })
    .onConflict(oc => oc.column('hash').doNothing())
    .execute()
}

async function repeated(db: Db, id: string, content: string): Promise<Accepted> {
  const before = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) return { kind: (await isErased(db, id)) ? 'erased' : 'conflict' }
  if (before.content !== content) return { kind: 'conflict' }
  return { kind: 'same', answer: { receivedOn: before.received_on, slot: await slotOf(db, before) } }
}

async function slotOf(db: Db, request: Rows['requests']) {
  const booking = await db
    .selectFrom('bookings')
    .select('slot_id')
    .where('mailbox', '=', request.mailbox)
    .where('with_request', '=', 1)
    .executeTakeFirst()
  const slot = booking?.slot_id ? await slotRow(db, booking.slot_id) : undefined
  return slot ? toSlot(slot) : null
}

async function isErased(db: Db, id: string): Promise<boolean> {
  const erased = await db
    .selectFrom('erased')
    .select('hash')
    .where('hash', '=', idHash(id))
    .executeTakeFirst()
  return erased !== undefined
}
