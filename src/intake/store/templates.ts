import type { TemplatesAnswer, TemplatesPost } from '../../core/contract/templates.ts'
import { record } from './audit.ts'
import { type Db, Undo } from './database.ts'
import type { Act } from './moment.ts'

const NAME = 'replies'

/** `Store.templates`. */
export async function readTemplates(db: Db): Promise<TemplatesAnswer> {
  const row = await db
    .selectFrom('templates')
    .select(['version', 'sealed'])
    .where('name', '=', NAME)
    .executeTakeFirst()
  return row === undefined ? { version: 0, sealed: null } : { ...row } // SQLite's rows have no prototype
}

/** `Store.changeTemplates`. The same again is no conflict, since an answer may be lost. */
export async function changeTemplates(
  db: Db,
  { from, sealed }: TemplatesPost,
  at: Act,
): Promise<'changed' | 'moved-on'> {
  const version = from + 1
  const before = await readTemplates(db)
  if (before.version === version && before.sealed === sealed) return 'changed'
  if (before.version !== from) return 'moved-on'
  const done =
    from === 0
      ? await db
          .insertInto('templates')
          .values({ name: NAME, version, sealed })
          .onConflict(oc => oc.column('name').doNothing())
          .executeTakeFirst()
          .then(made => made.numInsertedOrUpdatedRows)
      : await db
          .updateTable('templates')
          .set({ version, sealed })
          .where('name', '=', NAME)
          .where('version', '=', from)
          .executeTakeFirst()
          .then(made => made.numUpdatedRows)
  // Somebody else was first between the reading and the writing.
  if (done !== 1n) throw new Undo<'moved-on'>('moved-on')
  await record(db, at, { act: 'templates-changed' })
  return 'changed'
}
