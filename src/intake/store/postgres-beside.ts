import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { StoreFault } from './fault.ts'
import type { CITIZENS_TABLES } from './schema.ts'

type One = Pick<(typeof CITIZENS_TABLES)[number], 'table' | 'key'>

/** How a rewriting asks the database. */
export type Ways = {
  /** One transaction. */
  readonly act: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** One transaction that has these tables to itself: it waits a moment for each, and tries again later. */
  readonly locked: <T>(tables: readonly string[], work: (db: Db) => Promise<T>) => Promise<T>
  /** The server's process that waits with its transaction open until the rewriting is over. */
  readonly waiting: number
}

/** Rows copied in one act: a megabyte, where each holds a text. */
const COPIED = 100
const PAUSE_MS = 3
/** So few changes are left to be brought over while everybody waits. */
const FEW = 20
const CATCH_UPS = 50
/** Somebody who reads for longer than this (a backup) puts the rewriting off. */
const READERS_MS = 10 * 60_000
const LOOK_MS = 100

/**
 * Rewrites a large table beside the one in use, in small acts, and lets the new one take its place: nobody waits for
 * longer than that takes, a few dozen ms. What changes meanwhile is noted by a trigger and brought over. With the old
 * table go its files and all that was erased; where the rows of the new one lie, and their `xmin`, follow their random
 * keys. (`CLUSTER` does the same in one piece and keeps everybody waiting: for small tables that is shorter.)
 *
 * @throws StoreFault or Error when something was in the way; the old table stays then, with all that is in it.
 */
export async function writeBeside(one: One, ways: Ways): Promise<void> {
  const { table } = one
  try {
    await ways.locked([table], async db => {
      await clear(db, table)
      await begin(db, one)
    })
    await copy(one, ways)
    await outliveReaders(ways)
    for (let times = 0; (await ways.act(db => catchUp(db, one))) > FEW;) {
      if (++times >= CATCH_UPS)
        throw new StoreFault('DATABASE_BUSY', { cause: new Error('changes too fast') })
    }
    await ways.act(db => sql`analyze ${sql.table(`${table}_anew`)}`.execute(db))
    const links = await ways.act(db => linksOf(db, table))
    await ways.act(db => refuseDifferences(db, one))
    const renamed = await ways.act(db => renamedIndexes(db, table))
    await ways.locked(inOrder([table, ...links.flatMap(link => [link.from, link.to])]), async db => {
      await catchUp(db, one)
      await changePlaces(db, one, links, renamed)
    })
    for (const { from, name } of links)
      await ways.act(db =>
        sql`alter table ${sql.table(from)} validate constraint ${sql.ref(name)}`.execute(db),
      )
  } catch (cause) {
    // What is left over is cleared away by the next rewriting at the latest; the first fault is the one to tell.
    await ways.locked([table], db => clear(db, table)).catch(() => undefined)
    throw cause
  }
}

/** Takes away what a rewriting that was cut off has left. */
async function clear(db: Db, table: string): Promise<void> {
  await sql`drop trigger if exists ${sql.ref(`${table}_changing`)} on ${sql.table(table)}`.execute(db)
  await sql`drop function if exists ${sql.ref(`${table}_changing`)}()`.execute(db)
  await sql`drop table if exists ${sql.table(`${table}_anew`)}, ${sql.table(`${table}_changed`)}`.execute(db)
}

/** The new table, and from now on a note of the key of each row that changes in the old one. */
async function begin(db: Db, { table, key }: One): Promise<void> {
  const changed = sql.table(`${table}_changed`)
  const changing = sql.ref(`${table}_changing`)
  await sql`create table ${changed} (key text not null)`.execute(db)
  await sql`create table ${sql.table(`${table}_anew`)} (like ${sql.table(table)} including all)`.execute(db)
  await sql`
    create function ${changing}() returns trigger language plpgsql as ${sql.lit(
      `begin insert into ${table}_changed values (coalesce(new.${key}, old.${key})); return null; end`,
    )}`.execute(db)
  await sql`
    create trigger ${changing} after insert or update or delete on ${sql.table(table)}
    for each row execute function ${changing}()`.execute(db)
}

/** A row that is there already has been changed since, and noted. */
async function copy({ table, key }: One, { act }: Ways): Promise<void> {
  const column = sql.ref(key)
  for (let after: string | null = ''; after !== null;) {
    const from: string = after
    const { rows } = await act(async db => {
      await sql`set local synchronous_commit = off`.execute(db) // nothing relies on it before it takes the other's place
      return sql<{ last: string | null }>`
        with next as (select * from ${sql.table(table)} where ${column} > ${from} order by ${column} limit ${sql.lit(COPIED)}),
        put as (insert into ${sql.table(`${table}_anew`)} select * from next on conflict do nothing)
        select max(${column}) as last from next`.execute(db)
    })
    after = rows[0]?.last ?? null
    await wait(PAUSE_MS)
  }
}

/** Anyone who began to read before all was copied would find rows missing in the new table: they read to their end first. */
async function outliveReaders({ act, waiting }: Ways): Promise<void> {
  const readers = async (): Promise<string[]> => {
    const { rows } = await act(db =>
      sql<{ id: string }>`
        select virtualtransaction as id from pg_locks join pg_stat_activity using (pid)
        where locktype = 'virtualxid' and datname = current_database()
        and pid not in (pg_backend_pid(), ${sql.lit(waiting)})`.execute(db),
    )
    return rows.map(row => row.id)
  }
  const began = performance.now()
  for (let left = await readers(); left.length > 0;) {
    if (performance.now() - began > READERS_MS)
      throw new StoreFault('DATABASE_BUSY', { cause: new Error('somebody reads') })
    await wait(LOOK_MS)
    const present = new Set(await readers())
    left = left.filter(id => present.has(id))
  }
}

/** Brings over what was noted so far. @returns how many notes there were */
async function catchUp(db: Db, { table, key }: One): Promise<number> {
  const anew = sql.table(`${table}_anew`)
  const noted = await sql<{
    key: string
  }>`delete from ${sql.table(`${table}_changed`)} returning key`.execute(db)
  const keys = [...new Set(noted.rows.map(row => row.key))]
  if (keys.length === 0) return 0
  // All are taken out before any is put in: one may have what another gave up.
  await sql`delete from ${anew} where ${sql.ref(key)} = any(${keys})`.execute(db)
  await sql`insert into ${anew} select * from ${sql.table(table)} where ${sql.ref(key)} = any(${keys})`.execute(
    db,
  )
  return noted.rows.length
}

/** @throws Error when a row is in one table only or differs, and is not noted: the new one must not take its place then. */
async function refuseDifferences(db: Db, { table, key }: One): Promise<void> {
  const { rows: columns } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
    and atttypid <> 'bytea'::regtype`.execute(db)
  const of = (alias: string) => sql.join(columns.map(({ name }) => sql.ref(`${alias}.${name}`)))
  const [ours, theirs] = [sql.ref(`ours.${key}`), sql.ref(`theirs.${key}`)]
  const { rows } = await sql`
    select 1 from ${sql.table(table)} as ours full join ${sql.table(`${table}_anew`)} as theirs on ${ours} = ${theirs}
    where (${ours} is null or ${theirs} is null or (${of('ours')}) is distinct from (${of('theirs')}))
    and not exists (select from ${sql.table(`${table}_changed`)} as noted where noted.key = coalesce(${ours}, ${theirs}))
    limit 1`.execute(db)
  if (rows.length > 0) throw new Error('the table that was written anew differs from the one in use')
}

/** A foreign key: the table that has it, the one it leads to, its name and its text. */
type Link = { readonly from: string; readonly to: string; readonly name: string; readonly text: string }

async function linksOf(db: Db, table: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to, conname as name,
      regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', '') as text
    from pg_constraint where contype = 'f' and ${table}::regclass in (conrelid, confrelid)`.execute(db)
  return rows
}

/** As acts take them: what others hang on comes first. */
function inOrder(tables: readonly string[]): string[] {
  const first = ['mailboxes', 'slots']
  return [...new Set([...first.filter(one => tables.includes(one)), ...tables])]
}

/** The new table's indexes by the names they have in the old one. @throws Error when they are not the same. */
async function renamedIndexes(db: Db, table: string): Promise<{ from: string; to: string }[]> {
  const indexesOf = async (of: string): Promise<Map<string, string>> => {
    const { rows } = await sql<{ name: string; text: string }>`
      select relname as name, pg_get_indexdef(indexrelid) as text from pg_index join pg_class on oid = indexrelid
      where indrelid = ${of}::regclass`.execute(db)
    return new Map(rows.map(({ name, text }) => [text.replace(/INDEX \S+ ON \S+ /, ''), name]))
  }
  const [ours, theirs] = [await indexesOf(table), await indexesOf(`${table}_anew`)]
  return [...ours].map(([text, to]) => {
    const from = theirs.get(text)
    if (from === undefined) throw new Error('the table that was written anew lacks an index')
    return { from, to }
  })
}

/** The old table goes, the new one has its name, its foreign keys, its indexes’ names and the rights on it. */
async function changePlaces(
  db: Db,
  { table }: One,
  links: readonly Link[],
  renamed: readonly { from: string; to: string }[],
): Promise<void> {
  const columnsOf = (of: string) => sql`(
    select string_agg(concat(attname, ' ', atttypid, ' ', attnotnull), ',' order by attname)
    from pg_attribute where attrelid = ${of}::regclass and attnum > 0 and not attisdropped)`
  const { rows } = await sql<{ same: boolean }>`
    select ${columnsOf(table)} = ${columnsOf(`${table}_anew`)} as same`.execute(db)
  if (rows[0]?.same !== true)
    throw new Error('the table has other columns than the one that was written anew')
  const rights = await sql<{ who: string; what: string }>`
    select case grantee when 0 then 'public' else grantee::regrole::text end as who, privilege_type as what
    from pg_class, aclexplode(relacl) where oid = ${table}::regclass and grantee <> relowner`.execute(db)
  const name = (of: string): string => `"${of.replaceAll('"', '""')}"`
  const statements = [
    ...links.map(link => `alter table ${link.from} drop constraint ${name(link.name)}`),
    `drop table ${table}, ${table}_changed`,
    `drop function ${table}_changing()`,
    `alter table ${table}_anew rename to ${table}`,
    ...renamed.map(({ from, to }) => `alter index ${name(from)} rename to ${name(to)}`),
    ...rights.rows.map(({ who, what }) => `grant ${what} on ${table} to ${who}`),
    ...links.map(link => `alter table ${link.from} add constraint ${name(link.name)} ${link.text} not valid`),
  ]
  await sql.raw(statements.join('; ')).execute(db) // at once: everybody waits
}
