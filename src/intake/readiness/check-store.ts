import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { lookInto, schemaOf } from '../backup/snapshot.ts'
import { notItsTeam } from '../staff/team-book.ts'
import type { Team } from '../staff/team.ts'
import type { Db } from '../store/database.ts'
import { StoreFault } from '../store/fault.ts'
import { migrations } from '../store/migrations.ts'
import type { Where } from '../store/open-store.ts'
import { refuseIfNotDurable, whyNotIn } from '../store/postgres-open.ts'
import { notOurs, SQLITE_FILE } from '../store/sqlite-open.ts'
import { standingOf } from '../store/team-begun.ts'
import { SQLITE_WORDS } from '../store/table-words.ts'
import { SettingError } from '../settings/setting-error.ts'

const MB = 1024 ** 2
/** With less than this nothing can be promised: the write-ahead log alone may take it. */
const LEAST_MB = 50
/** With less than this somebody should look today. A restart must not be what ends a service that still takes requests. */
const FEW_MB = 500

/** What is free for us on the disk of a folder, in bytes. */
export const freeOn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

type Folder = { readonly dataDir: string }

/** @throws SettingError when the folder is not there, not ours, open to others, or on a disk that is full. */
export async function checkFolder({ dataDir }: Folder, free = freeOn): Promise<void> {
  const refuse = (sentence: string, cause?: unknown): never => {
    throw new SettingError('INTAKE_DATA', sentence, { cause })
  }
  const found = await stat(dataDir).catch(() => null)
  if (found?.isDirectory() !== true) return refuse(`names ${dataDir}, which is no folder: make it`)
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause: unknown) =>
    refuse(`names ${dataDir}, where this user may not write: chown it to the service's user`, cause),
  )
  if (found.mode & 0o077) refuse(`names ${dataDir}, which others may look into: chmod 700`)
  const file = join(dataDir, SQLITE_FILE)
  await access(file, constants.F_OK).then(
    () =>
      access(file, constants.R_OK | constants.W_OK).catch((cause: unknown) =>
        refuse(`holds ${SQLITE_FILE}, which this user may not write: chown it to the service's user`, cause),
      ),
    () => undefined, // a first start makes it
  )
  const left = (await free(dataDir)) / MB
  if (left < LEAST_MB)
    refuse(`lies on a disk with ${Math.floor(left)} MB free: make room, ${LEAST_MB} MB at least`)
}

/** That the disk of the store fills up, while there is still time to do something about it. */
export async function roomNotes(store: Where, free = freeOn): Promise<string[]> {
  if (!('dataDir' in store)) return []
  const left = await free(store.dataDir).then(
    bytes => bytes / MB,
    () => null, // no such folder, which is a fault that `checkFolder` tells
  )
  if (left === null || left < LEAST_MB || left >= FEW_MB) return []
  return [
    `INTAKE_DATA lies on a disk with ${Math.floor(left)} MB free. Copies of the store and of releases may be what fills ` +
      'it: make room before it is full and nothing is accepted.',
  ]
}

/**
 * The store lets us in, takes writes, is whole, not of a newer version, and of this team. One that is not there yet is made
 * at the first start. Nothing is changed.
 *
 * @param team null where the keys file cannot be read
 * @throws SettingError with the sentence that a start would give
 */
export async function checkDatabase(store: Where, team: Team | null): Promise<void> {
  const isFile = 'dataDir' in store
  if (isFile && !(await isThere(join(store.dataDir, SQLITE_FILE)))) return
  let applied: string[]
  try {
    applied = await lookInto(store, async db => {
      if (isFile) await refuseDamaged(db)
      else await refuseIfNotDurable(db)
      const done = isFile || (await hasTables(db)) ? await schemaOf(db) : []
      if (done.includes('0004-team') && team !== null) await refuseOtherTeam(db, team)
      return done
    })
  } catch (cause) {
    if (cause instanceof SettingError) throw cause
    throw isFile ? notOurs(cause) : whyNotIn(cause)
  }
  const known = Object.keys(migrations(SQLITE_WORDS))
  const newer = applied.find(one => !known.includes(one))
  if (newer !== undefined) {
    const name = isFile ? 'INTAKE_DATA' : 'DATABASE_URL'
    throw new SettingError(name, `leads to a store made by a newer version (${newer}): start that version`)
  }
}

async function refuseDamaged(db: Db): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  if (rows[0]?.quick_check !== 'ok') throw new StoreFault('DATABASE_DAMAGED')
}

/** In our own schema: tables of the same name further on in the search path are another municipality's. */
async function hasTables(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: string | null }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration')::text as there`.execute(db)
  return (rows[0]?.there ?? null) !== null
}

async function refuseOtherTeam(db: Db, { signed }: Team): Promise<void> {
  const { standing, stored } = await standingOf(db, signed?.list ?? [])
  if (signed === null && stored > 0) throw notItsTeam('unsigned')
  if (standing !== 'fits') throw notItsTeam(standing)
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
