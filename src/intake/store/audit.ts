import type { AuditAct, AuditEntry, RequestState } from '../../core/contract/index.ts'
import { hashOf } from '../../core/audit/chain.ts'
import { timeOf } from '../../core/calendar/days.ts'
import type { Db } from './database.ts'
import type { Act } from './moment.ts'

/** As many lines as one answer holds. */
const LINES_A_PAGE = 200

export type Done = {
  readonly act: AuditAct
  /** The id of the request it was about; the log keeps its first eight signs. */
  readonly requestId?: string
  readonly state?: RequestState
  /** The name of the member it was done to. */
  readonly about?: string
}

/**
 * Adds a line to the log, in the same act as what it tells: neither is there without the other. Called last in an act,
 * since all others wait for the head of the chain until it ends.
 */
export async function record(db: Db, { by, today, now }: Act, done: Done): Promise<void> {
  const head = await db
    .updateTable('audit_head')
    .set(eb => ({ seq: eb('seq', '+', 1) }))
    .where('name', '=', 'head')
    .returningAll()
    .executeTakeFirstOrThrow()
  const line = {
    seq: head.seq,
    hour: `${today}T${timeOf(now).slice(0, 2)}`,
    who: by.name,
    member: by.signing,
    act: done.act,
    reference: done.requestId?.slice(0, 8) ?? null,
    state: done.state ?? null,
    about: done.about ?? null,
  }
  const hash = hashOf(head.hash, line)
  await db
    .insertInto('audit')
    .values({ ...line, hash })
    .execute()
  await db.updateTable('audit_head').set({ hash }).where('name', '=', 'head').execute()
}

/** Adds a line that is an act of its own. */
export const recordAlone = (db: Db, done: Omit<Done, 'state'>, at: Act): Promise<void> => record(db, at, done)

/** The newest first. */
export async function readAudit(
  db: Db,
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(LINES_A_PAGE + 1)
    .execute()
  // SQLite's rows have no prototype.
  const entries = rows.slice(0, LINES_A_PAGE).map((row): AuditEntry => ({ ...row }))
  return { entries, more: rows.length > LINES_A_PAGE }
}
