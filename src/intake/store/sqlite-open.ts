import { accessSync, chmodSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { SettingError } from '../settings/setting-error.ts'
import { faultOf, StoreFault } from './fault.ts'
import { HasTables, MadeByNewer } from './migrate.ts'

/** The file's name in the data folder; SQLite puts `-wal` and `-shm` beside it. */
export const SQLITE_FILE = 'intake.sqlite'

/** How long one program waits for another that writes. */
export const BUSY_MS = 5_000

/**
 * Opens (and makes) the file in a folder, and looks whether it is whole.
 * @throws SettingError naming INTAKE_DATA, with a sentence for each thing that can be wrong.
 */
export function connect(dataDir: string): DatabaseSyncInstance {
  try {
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder')
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new SettingError('INTAKE_DATA', 'must name an existing folder that this program may write in', {
      cause,
    })
  }
  const file = join(dataDir, SQLITE_FILE)
  refuseOtherOwner(file)
  let connection: DatabaseSyncInstance | undefined
  try {
    const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
    connection = new DatabaseSync(file)
    chmodSync(file, 0o600)
    // Lets empty pages go back to the disk bit by bit. It counts only for a file in which there is nothing yet.
    if (isNew) connection.exec('PRAGMA auto_vacuum = INCREMENTAL')
    connection.exec(`
      PRAGMA busy_timeout = ${BUSY_MS};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY;
    `)
    refuseDamaged(connection)
    return connection
  } catch (cause) {
    connection?.close()
    throw notOurs(cause)
  }
}

/** Of two programs that start at once one waits here for the other's migration, without blocking its own thread. */
export async function lockFile(connection: DatabaseSyncInstance): Promise<void> {
  connection.exec('PRAGMA busy_timeout = 0')
  for (let tried = 1; ; tried++) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (cause) {
      if (tried >= 250) throw cause
      await wait(20)
    }
  }
}

/** Pages that do not fit together, found before anything is accepted into them. */
function refuseDamaged(connection: DatabaseSyncInstance): void {
  const [first] = connection.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
  if (first?.quick_check !== 'ok') throw new StoreFault('DATABASE_DAMAGED')
}

/** A file put back by root is not ours to open: SQLite says only that it cannot. */
function refuseOtherOwner(file: string): void {
  const uid = process.getuid?.()
  const owner = statSync(file, { throwIfNoEntry: false })?.uid
  if (uid === undefined || uid === 0 || owner === undefined || owner === uid) return
  throw new SettingError(
    'INTAKE_DATA',
    `holds ${SQLITE_FILE} of another user: give it, and the files beside it, to the one that runs the intake (chown)`,
  )
}

const SAID: { readonly [code: string]: string } = {
  DISK_FULL: 'lies on a disk that is full: make room, then start again',
  DATABASE_BUSY: 'holds a database that another program has locked: end that one, then start again',
  DATABASE_DAMAGED:
    'holds a database that is damaged: keep the files, and put back the last backup as docs/operations.md says',
  DATABASE_READ_ONLY: 'holds a database that this program may not open and write: look at its owner and mode',
  DISK_BROKEN: 'lies on a disk that does not read or write as it should: look at the system’s own log',
}

/** Why a file does not open, as a sentence about the setting. */
export function notOurs(cause: unknown): SettingError {
  if (cause instanceof MadeByNewer) {
    return new SettingError(
      'INTAKE_DATA',
      'holds a database that a newer version of this program has changed: start that version, or put back the ' +
        'backup from before it',
      { cause },
    )
  }
  if (cause instanceof HasTables) {
    return new SettingError(
      'INTAKE_DATA',
      'holds a database already, and a backup of an older version goes only where there is none: restore into a new folder',
      { cause },
    )
  }
  const fault = faultOf(cause)
  const said = fault instanceof StoreFault ? SAID[fault.code] : undefined
  const words = cause instanceof Error ? cause.message : 'unknown'
  return new SettingError('INTAKE_DATA', said ?? `holds a database that does not open: ${words}`, { cause })
}
