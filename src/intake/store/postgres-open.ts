import { sql } from 'kysely'
import { SettingError } from '../settings/setting-error.ts'
import type { Db } from './database.ts'
import { faultOf, StoreFault } from './fault.ts'
import { HasTables, isNewest, MadeByNewer, migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { POSTGRES_WORDS } from './table-words.ts'

/** Any number that nobody else on the server uses. */
const MIGRATING = 7_205_759_403_792

/** Of two programs that start at once one waits for the other's migration, and for anything else not longer than this. */
const LOCK_WAIT = '30s'

/** @throws SettingError when the address leads to several servers: the driver takes one name. */
export function refuseSeveralHosts(databaseUrl: string): void {
  const hosts = /^\w+:\/\/(?:[^@/]*@)?([^/?]*)/.exec(databaseUrl)?.[1] ?? ''
  if (!hosts.includes(',')) return
  throw new SettingError(
    'DATABASE_URL',
    'names several servers: give one name that leads to the one that is written to, as docs/operations.md says',
  )
}

/** 201 is said after the data is durable; a server that only pretends to write cannot keep that, nor can a standby. */
export async function refuseIfNotDurable(db: Db): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'transaction_read_only']) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db)
    const value = rows[0]?.value
    if (setting === 'transaction_read_only' && value === 'on') {
      throw new SettingError('DATABASE_URL', 'leads to a standby, which takes nothing in: name the primary')
    }
    if (setting !== 'transaction_read_only' && value === 'off') {
      throw new SettingError(
        'DATABASE_URL',
        `leads to a database with ${setting} off: turn it on, so that nothing accepted is lost`,
      )
    }
  }
}

/** Brings the tables to the newest schema, or to that of `only` (see `migrate`). @throws SettingError naming DATABASE_URL. */
export async function bringUpToDate(db: Db, only: readonly string[] | null): Promise<void> {
  const all = migrations(POSTGRES_WORDS)
  try {
    // In our own schema: one of the same name further on in the search path is another municipality's.
    const isThere = sql<{ there: boolean }>`
      select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as there`
    const there = (await isThere.execute(db)).rows[0]?.there === true
    if (only === null && there && (await isNewest(db, all))) return
    await db.transaction().execute(async within => {
      await sql`set local lock_timeout = ${sql.lit(LOCK_WAIT)}`.execute(within)
      // Ends with the transaction, also where a pooler hands the connection on: a session's lock would stay.
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATING)})`.execute(within)
      await migrate(within, all, only)
    })
  } catch (cause) {
    throw new SettingError('DATABASE_URL', whyNot(cause), { cause })
  }
}

function whyNot(cause: unknown): string {
  if (cause instanceof MadeByNewer) {
    return (
      'leads to a database that a newer version of this program has changed: start that version, or put back the ' +
      'backup from before it'
    )
  }
  if (cause instanceof HasTables) {
    return (
      'leads to a database that has our tables already, and a backup of an older version goes only where there are ' +
      'none: restore into a new database'
    )
  }
  const fault = faultOf(cause)
  if (fault instanceof StoreFault && fault.code === 'DATABASE_BUSY') {
    return `leads to a database in which somebody has held our tables for ${LOCK_WAIT}: another start or a backup; try again`
  }
  return 'leads to a database in which our tables could not be made: our user needs CREATE on the schema'
}

const SAID: { readonly [code: string]: string } = {
  '28P01': 'leads to a PostgreSQL server that refuses the user or the password',
  '28000': 'leads to a PostgreSQL server that refuses this user from this machine (pg_hba.conf)',
  '3D000': 'leads to a PostgreSQL server that has no database of this name',
  '53300': 'leads to a PostgreSQL server that has no connection left (max_connections)',
}
/** What a server says that lets us in to nothing (SQLSTATE, PostgreSQL, appendix A). */
export const REFUSALS: readonly string[] = Object.keys(SAID)

/** Why nothing could be asked, as a sentence about the setting. */
export function whyNotIn(cause: unknown): SettingError {
  if (cause instanceof SettingError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return new SettingError(
    'DATABASE_URL',
    SAID[code] ?? 'does not lead to a PostgreSQL database that lets us in',
    {
      cause,
    },
  )
}
