import { sql } from 'kysely'
import type { Day } from '../../core/contract/index.ts'
import type { Database, Db } from '../store/database.ts'
import { idHash } from '../store/content.ts'
import { migrations } from '../store/migrations.ts'
import { openPostgres } from '../store/postgres.ts'
import type { Where } from '../store/open-store.ts'
import { eraseMailbox } from '../store/requests.ts'
import { openSqlite } from '../store/sqlite.ts'
import { confirmDay } from '../store/sweep.ts'
import { SQLITE_WORDS } from '../store/table-words.ts'
import type { Moment } from '../store/moment.ts'
import { fromLine, type Row } from './lines.ts'
import { BadBackup, readBackup } from './read.ts'
import { BACKED_UP, type BackedUp } from './tables.ts'

/** The number of rows that go in with one act. */
const BATCH = 100
/** Rows; a whole number of batches. */
const TOLD_EVERY = 5_000

export type RestoreOptions = {
  readonly where: Where
  readonly file: string
  readonly identity: string
  /** A later backup, or a list of what was erased: that is not brought back. Null = there is none. */
  readonly erased: string | null
  readonly at: Moment
  /** Called every few thousand rows of a table, and at its end, with how many are written. */
  readonly onRows?: (table: string, written: number) => void
}

export type Restored = {
  /** The day of the backup, which counts as that of the last sweep. */
  readonly day: Day
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Requests of the backup that were erased afterwards, and stay erased. */
  readonly stayErased: number
}

/**
 * Fills an empty store from a backup. What is half done when it fails is of no use: empty the store and try again.
 *
 * @throws BadBackup when the store is not empty, or a file is not what it must be; SettingError when the store does not
 * open, or has tables already and the backup is of an older version
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { where, file, identity, erased, at } = options
  const list = erased === null ? null : await erasedIn(erased, identity)
  const lines = readBackup(file, identity)
  const { day, schema } = await headOf(lines)
  if (list !== null && list.day < day)
    throw new BadBackup(
      `The list of what was erased is of ${list.day}, the backup of ${day}: give one that is later than the backup.`,
    )
  const ours = Object.keys(migrations(SQLITE_WORDS)) // the names are the same for both databases
  const unknown = schema.find(name => !ours.includes(name))
  if (unknown !== undefined)
    throw new BadBackup(`The backup was made by a newer version (${unknown}): restore with that one.`)

  const isOlder = ours.some(name => !schema.includes(name))
  const rows = await within(where, isOlder ? schema : null, async database => {
    if (!isOlder) await database.act(refuseUnlessEmpty)
    // Before the first row is there: a new machine's clock may be months ahead, and the first sweep would erase it all again.
    await database.act(db => confirmDay(db, day))
    return fill(database, lines, options.onRows)
  })
  // Of an older backup the later migrations come now, since they make something of the rows that are there.
  return within(where, null, async database => {
    const stayErased = await eraseAgain(database, list?.rows ?? [], at)
    await database.mix('')
    return { day, rows, stayErased }
  })
}

/** @param only the migrations of an older schema, for a new store; null = all of them */
async function within<T>(
  where: Where,
  only: readonly string[] | null,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const onFault = (): void => undefined
  const database =
    'dataDir' in where
      ? await openSqlite(where.dataDir, onFault, only)
      : await openPostgres(where.databaseUrl, onFault, undefined, only)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

type Lines = ReturnType<typeof readBackup>

/** What the first line says of a backup. */
async function headOf(lines: Lines): Promise<{ day: Day; schema: string[] }> {
  const first = await lines.next()
  if (first.done === true || !('backup' in first.value))
    throw new BadBackup('The file is no backup of this service.')
  return first.value
}

/** Writes every row of the backup. @returns how many of each table */
async function fill(
  database: Database,
  lines: Lines,
  onRows: RestoreOptions['onRows'],
): Promise<Restored['rows']> {
  const writer = new Writer(database, onRows)
  for await (const line of lines) {
    if ('table' in line) {
      await writer.add(line.table, fromLine(line))
    } else if ('end' in line) {
      await writer.finish()
      for (const [table, count] of Object.entries(line.end)) {
        if ((writer.counts[table] ?? 0) !== count) throw new BadBackup(`The backup lacks rows of ${table}.`)
      }
    }
  }
  return writer.counts
}

/** Rows of one table at a time, some with each act. */
class Writer {
  readonly counts: Record<string, number> = {}
  readonly #database: Database
  readonly #onRows: RestoreOptions['onRows']
  #of: BackedUp | null = null
  #rows: Row[] = []

  constructor(database: Database, onRows: RestoreOptions['onRows']) {
    this.#database = database
    this.#onRows = onRows
  }

  async add(table: string, row: Row): Promise<void> {
    if (this.#of?.table !== table) {
      await this.finish()
      this.#of = BACKED_UP.find(one => one.table === table) ?? null
      if (this.#of === null) throw new BadBackup(`The backup holds ${table}, which is not known here.`)
    }
    this.#rows.push(row)
    if (this.#rows.length >= BATCH) await this.#flush(this.#of)
  }

  /** Writes what is left of the present table, and tells of it. */
  async finish(): Promise<void> {
    if (this.#of === null) return
    await this.#flush(this.#of)
    this.#onRows?.(this.#of.table, this.counts[this.#of.table] ?? 0)
    this.#of = null
  }

  async #flush(of: BackedUp): Promise<void> {
    const rows = this.#rows.splice(0)
    if (rows.length === 0) return
    await this.#database.act(db => put(db, of, rows))
    const written = (this.counts[of.table] ?? 0) + rows.length
    this.counts[of.table] = written
    if (written % TOLD_EVERY === 0) this.#onRows?.(of.table, written)
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  for (const { table } of BACKED_UP) {
    if (table === 'tally' || table === 'audit_head') continue // have their rows from the start
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) {
      throw new BadBackup(`The store is not empty (${table}): restore into a new folder or database.`)
    }
  }
}

/** Rows that a new store has by itself (`tally`, `audit_head`) are replaced. Column names are known ones, or the database refuses. */
async function put(db: Db, { table, key }: BackedUp, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row)
    const values = columns.map(column => sql`${row[column]}`)
    const others = columns.filter(column => column !== key)
    const set = others.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
    const onConflict = set.length > 0 ? sql`do update set ${sql.join(set)}` : sql`do nothing`
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map(column => sql.ref(column)))})
      values (${sql.join(values)}) on conflict (${sql.ref(key)}) ${onConflict}
    `.execute(db)
  }
}

/** The hashes of erased ids in a backup, and the day it was made. */
async function erasedIn(file: string, identity: string): Promise<{ day: Day; rows: Row[] }> {
  const rows: Row[] = []
  let day: Day = ''
  for await (const line of readBackup(file, identity)) {
    if ('backup' in line) day = line.day
    else if ('table' in line && line.table === 'erased') rows.push(fromLine(line))
  }
  return { day, rows }
}

/** Erases what a later backup knows to be erased, and keeps the hashes, so that a late retry is answered 410. */
async function eraseAgain(database: Database, gone: readonly Row[], at: Moment): Promise<number> {
  const hashes = new Set(gone.map(row => row['hash']))
  const all = await database.act(db => db.selectFrom('requests').select(['id', 'mailbox']).execute())
  let count = 0
  for (const { id, mailbox } of all) {
    if (!hashes.has(idHash(id))) continue
    await database.act(db => eraseMailbox(db, mailbox, at))
    count++
  }
  const table = BACKED_UP.find(one => one.table === 'erased')
  if (table !== undefined && gone.length > 0) await database.act(db => put(db, table, gone))
  return count
}
