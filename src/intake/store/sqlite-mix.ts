import { randomInt } from 'node:crypto'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CITIZENS_TABLES } from './schema.ts'

/** One table, as its rows are to be mixed. */
export type Mixed = (typeof CITIZENS_TABLES)[number]

/** Rows looked at in one act: those with long texts take 20 µs each. */
const LOOKED_AT = 100
/** Rows moved in one act: 16 of 10 kB each are a sixth of a megabyte. */
const MOVED = 16

/**
 * Keys of the rows that came since a day (or may have), those after `after`, in the order of the keys.
 *
 * @returns `next`: after which key to go on; null at the end.
 */
export function keysSince(
  connection: DatabaseSyncInstance,
  { table, key, day }: Mixed,
  since: string,
  after: string,
): { keys: string[]; next: string | null } {
  const column = day ?? `'9999-12-31'`
  const rows = connection
    .prepare(`select ${key} as key, ${column} as day from ${table} where ${key} > ? order by ${key} limit ?`)
    .all(after, LOOKED_AT) as { key: string; day: string }[]
  return {
    keys: rows.filter(row => row.day >= since).map(row => row.key),
    next: rows.length < LOOKED_AT ? null : (rows.at(-1)?.key ?? null),
  }
}

/** Keys in groups, at random: each group has rows from anywhere. */
export function groups(keys: readonly string[]): string[][] {
  const mixed = shuffled(keys)
  return Array.from({ length: Math.ceil(mixed.length / MOVED) }, (_, n) =>
    mixed.slice(n * MOVED, (n + 1) * MOVED),
  )
}

/**
 * Lets the rows of a group change places: all are taken out and put back in an order of their own, so that each gets
 * the place of another. Where a row lies in its page and its file says then nothing of when it came.
 */
export function changePlaces(
  connection: DatabaseSyncInstance,
  { table, key }: Mixed,
  keys: readonly string[],
): void {
  const marks = keys.map(() => '?').join(', ')
  try {
    // Taken out only to be put back: what hangs on a row by its key must not go with it. Where another program writes, the
    // second statement is refused and the first stands: both are undone below.
    connection.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
    const rows = connection
      .prepare(`select * from ${table} where ${key} in (${marks})`)
      .all(...keys) as Record<string, string>[]
    connection.prepare(`delete from ${table} where ${key} in (${marks})`).run(...keys)
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length > 0) {
      const insert = connection.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of shuffled(rows)) insert.run(...columns.map(column => row[column] ?? null))
    }
    connection.exec('COMMIT')
  } catch (cause) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw cause
  } finally {
    connection.exec('PRAGMA foreign_keys = ON')
  }
}

/** In an order that nobody can tell beforehand (Fisher and Yates). */
function shuffled<T>(all: readonly T[]): T[] {
  const mixed = [...all]
  for (let n = mixed.length - 1; n > 0; n--) {
    const other = randomInt(n + 1)
    // Sound: both are within the list.
    const one = mixed[n] as T
    mixed[n] = mixed[other] as T
    mixed[other] = one
  }
  return mixed
}
