import type { Db } from './database.ts'
import type { MailboxRow } from './schema.ts'
import type { MailboxHash, Moment } from './moment.ts'

/** Counts as a use of the mailbox and locks it until the act ends; undefined when there is none. */
export function touchMailbox(db: Db, hash: MailboxHash, at: Moment): Promise<MailboxRow | undefined> {
  return db
    .updateTable('mailboxes')
    .set({ used_on: at.today })
    .where('hash', '=', hash)
    .returningAll()
    .executeTakeFirst()
}

/** Locks a mailbox until the act ends, without counting as a use. Every act on a mailbox begins with one of these. */
export function lockMailbox(db: Db, hash: MailboxHash): Promise<MailboxRow | undefined> {
  return db
    .updateTable('mailboxes')
    .set(eb => ({ used_on: eb.ref('used_on') }))
    .where('hash', '=', hash)
    .returningAll()
    .executeTakeFirst()
}
