import { afterMessage, afterReply, requestState } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { contentHash, toBytes } from './content.ts'
import { type Db, Undo } from './database.ts'
import { noteAnswered } from './figures.ts'
import { touchMailbox } from './mailbox-row.ts'
import { noteWritten, noteSeen } from './notices.ts'
import type { Taken } from './answers.ts'
import type { Act, MailboxHash, Moment } from './moment.ts'

/** More than any talk needs; a thread that grows without end could one day not be handed to staff. */
const MOST_MESSAGES = 500

type SealedMessage = { readonly id: string; readonly sealed: string }

type Added = Taken | { readonly kind: 'erased' | 'full' } | { readonly kind: 'unknown-mailbox' }

/** States that a message of the citizen moves to `opened`, and those that an answer of staff moves to `answered`. */
const WAITS_AGAIN = requestState.options.filter(state => afterMessage(state) !== state)
const IS_ANSWERED = requestState.options.filter(state => afterReply(state) !== state)

/**
 * `Store.addMessage`. Who writes after having been answered waits again: the request goes back to `opened`, so that
 * it is neither overlooked nor erased as done.
 */
export async function addMessage(
  db: Db,
  mailbox: MailboxHash,
  message: SealedMessage,
  at: Moment,
): Promise<Added> {
  if (!(await touchMailbox(db, mailbox, at))) return { kind: 'unknown-mailbox' }
  const put = await putMessage(db, { ...message, mailbox, by_staff: 0 }, at)
  if (put.kind === 'accepted') {
    if (await isOverfull(db, mailbox)) throw new Undo<Added>({ kind: 'full' })
    await db
      .updateTable('requests')
      .set({ state: 'opened', state_on: at.today, waits_from: at.today, ended_by: 0 })
      .where('mailbox', '=', mailbox)
      .where('state', 'in', WAITS_AGAIN)
      .execute()
    await noteWritten(db, mailbox, at)
  }
  return put
}

async function isOverfull(db: Db, mailbox: MailboxHash): Promise<boolean> {
  const { count } = await db
    .selectFrom('messages')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('mailbox', '=', mailbox)
    .executeTakeFirstOrThrow()
  return count > MOST_MESSAGES
}

/**
 * `Store.addReply`. A reply counts as a use of the mailbox: it must not be erased before it could be read. One that
 * answers nothing leaves the request waiting, so that it is neither overlooked nor erased as done.
 */
export async function addReply(
  db: Db,
  requestId: string,
  { answers = true, ...message }: SealedMessage & { readonly answers?: boolean | undefined },
  at: Act,
): Promise<Taken | { kind: 'not-found' }> {
  const request = await db
    .selectFrom('requests')
    .select('mailbox')
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (!request || !(await touchMailbox(db, request.mailbox, at))) return { kind: 'not-found' }
  const put = await putMessage(db, { ...message, mailbox: request.mailbox, by_staff: 1 }, at)
  if (put.kind === 'accepted' && answers) {
    await db
      .updateTable('requests')
      .set({ state: 'answered', state_on: at.today })
      .where('id', '=', requestId)
      .where('state', 'in', IS_ANSWERED)
      .execute()
  }
  if (put.kind === 'accepted' && answers) await noteAnswered(db, requestId, at)
  if (put.kind === 'accepted') await noteSeen(db, requestId)
  if (put.kind === 'accepted') await record(db, at, { act: 'replied', requestId })
  return put
}

/** Idempotent by id. The mailbox must be locked. */
async function putMessage(
  db: Db,
  { id, sealed, mailbox, by_staff }: SealedMessage & { mailbox: MailboxHash; by_staff: 0 | 1 },
  at: Moment,
): Promise<Taken> {
  const content = contentHash([sealed, mailbox])
  const made = await db
    .insertInto('messages')
    .values({ id, mailbox, content, sealed: toBytes(sealed), on_day: at.today, by_staff })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return { kind: 'accepted', on: at.today }

  const before = await db
    .selectFrom('messages')
    .select(['content', 'on_day', 'by_staff'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (before?.content !== content || before.by_staff !== by_staff) throw new Undo<Taken>({ kind: 'conflict' })
  return { kind: 'same', on: before.on_day }
}
