import type { NotePost } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { contentHash, toBytes } from './content.ts'
import { type Db, Undo } from './database.ts'
import type { Counted } from './limits.ts'
import { lockMailbox } from './mailbox-row.ts'
import { noteSeen } from './notices.ts'
import { countAgain, countMissedBack } from './seats.ts'
import type { Taken } from './answers.ts'
import type { Act } from './moment.ts'

/** More than any course of events needs; a request must always fit on a page. */
const MOST_NOTES = 500

type Noted = Taken | { readonly kind: 'not-found' | 'full' }

/** `Store.addNote`. Idempotent by id. No use of the mailbox: the citizen's time runs on. */
export async function addNote(
  db: Db,
  requestId: string,
  { id, sealed, missed }: NotePost,
  at: Act & Counted,
): Promise<Noted> {
  const request = await db
    .selectFrom('requests')
    .select('mailbox')
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (!request || !(await lockMailbox(db, request.mailbox))) return { kind: 'not-found' }
  const { mailbox } = request
  const content = contentHash([sealed, mailbox])
  const made = await db
    .insertInto('notes')
    .values({ id, mailbox, content, sealed: toBytes(sealed), on_day: at.today })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) {
    if (await isOverfull(db, mailbox)) throw new Undo<Noted>({ kind: 'full' })
    if (missed !== undefined && !at.limits.missedTalkCounts)
      await (missed ? countMissedBack(db, mailbox, at) : countAgain(db, mailbox, at))
    await noteSeen(db, requestId)
    await record(db, at, { act: 'noted', requestId })
    return { kind: 'accepted', on: at.today }
  }
  const before = await db
    .selectFrom('notes')
    .select(['content', 'on_day'])
    .where('id', '=', id)
    .executeTakeFirst()
  return before?.content === content ? { kind: 'same', on: before.on_day } : { kind: 'conflict' }
}

async function isOverfull(db: Db, mailbox: string): Promise<boolean> {
  const { count } = await db
    .selectFrom('notes')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('mailbox', '=', mailbox)
    .executeTakeFirstOrThrow()
  return count > MOST_NOTES
}
