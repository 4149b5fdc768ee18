import { type StatesAnswer, type StatesPost, WAITING } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { releaseAll } from './bookings.ts'
import type { Db } from './database.ts'
import { lockMailbox } from './mailbox-row.ts'
import { noteSeen } from './notices.ts'
import type { Rows } from './schema.ts'
import type { Act, Moment } from './moment.ts'

/**
 * `Store.setStates`. A request moves only from the state the member saw, so that nobody undoes what a colleague has just
 * done. One that has the wished state already is left as it is: its days are counted from the first time.
 */
export async function setStates(db: Db, { state, requests }: StatesPost, at: Act): Promise<StatesAnswer> {
  const seen = new Map(requests.map(({ id, ...what }) => [id, what]))
  const found = await db
    .selectFrom('requests')
    .select(['id', 'mailbox'])
    .where('id', 'in', [...seen.keys()])
    // In one order, so that two members cannot lock each other out.
    .orderBy('mailbox')
    .execute()
  const moved: string[] = []
  const present = new Map<string, Rows['requests']['state']>()
  for (const { id, mailbox } of found) {
    if (!(await lockMailbox(db, mailbox))) continue
    const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) continue
    const what = seen.get(id)
    const isUnseen = await hasMore(db, mailbox, what?.written)
    const isMoved = row.state === what?.from && row.state !== state && !(isUnseen && !WAITING.includes(state))
    if (isMoved) {
      await move(db, row, state, at)
      moved.push(id)
    }
    if (!isUnseen && (isMoved || row.state === state)) await noteSeen(db, id)
    present.set(id, isMoved ? state : row.state)
  }
  for (const requestId of moved) await record(db, at, { act: 'moved', requestId, state })
  const changed = [...seen.keys()].filter(id => present.get(id) === state)
  const refused = [...seen.keys()].filter(id => present.get(id) !== state)
  return { changed, refused: refused.map(id => ({ id, state: present.get(id) ?? null })) }
}

/** Whether the person has written more than a member saw. */
async function hasMore(db: Db, mailbox: string, written: number | undefined): Promise<boolean> {
  if (written === undefined) return false
  const { count } = await db
    .selectFrom('messages')
    .select(eb => eb.fn.countAll().as('count'))
    .where('mailbox', '=', mailbox)
    .where('by_staff', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(count) > written
}

/** `ended_by` in `schema.ts`. */
const MOVED = 1
const MOVED_AS_ANSWER = 2

/** The mailbox must be locked. Junk gives its times back: staff call them off, so that they never count. */
async function move(
  db: Db,
  row: Rows['requests'],
  state: Rows['requests']['state'],
  at: Moment,
): Promise<void> {
  await db
    .updateTable('requests')
    .set({ state, state_on: at.today, ...waitingOf(row, state, at) })
    .where('id', '=', row.id)
    .execute()
  if (state === 'junk') await releaseAll(db, row.mailbox, at, 'staff')
}

type Waiting = Pick<Rows['requests'], 'waits_from' | 'answered_on' | 'ended_by'>

/**
 * Since when somebody waits, and the first answer. A move that ended the waiting counts as an answer only while it stands:
 * taken back, the person has waited all the time.
 */
function waitingOf(row: Rows['requests'], state: Rows['requests']['state'], { today }: Moment): Waiting {
  const { waits_from, answered_on, ended_by } = row
  const hasWaited = WAITING.includes(row.state)
  if (WAITING.includes(state)) {
    if (hasWaited) return { waits_from, answered_on, ended_by }
    if (ended_by === 0) return { waits_from: today, answered_on, ended_by }
    return { waits_from, answered_on: ended_by === MOVED_AS_ANSWER ? null : answered_on, ended_by: 0 }
  }
  if (state !== 'junk' && answered_on === null)
    return { waits_from, answered_on: today, ended_by: MOVED_AS_ANSWER }
  return { waits_from, answered_on, ended_by: hasWaited ? MOVED : ended_by }
}
