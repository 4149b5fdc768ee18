import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { SettingError } from '../settings/setting-error.ts'
import { faultOf, StoreFault } from './fault.ts'
import { notOurs } from './sqlite-open.ts'

/** Beside the database; nothing is ever in it. */
const HOLD_FILE = 'service.lock'
/** A service that is being replaced may still be closing: it is waited for so long, and looked at so often. */
const WAIT_MS = 5_000
const PAUSE_MS = 50

export type Hold = { release(): void }

/**
 * Holds a data folder for one service. Its database lets several programs write, as the operator's commands do; a second
 * service would sweep too, and take the first one's rewriting for one that was cut off. The system ends the hold with the
 * process, however that ends: it is SQLite's lock on a file of its own (sqlite.org/lockingv3).
 *
 * @throws SettingError naming INTAKE_DATA while another service has the folder
 */
export async function holdFolder(dataDir: string, waitMs = WAIT_MS): Promise<Hold> {
  const file = join(dataDir, HOLD_FILE)
  let connection: DatabaseSyncInstance | undefined
  try {
    connection = new DatabaseSync(file)
    chmodSync(file, 0o600)
    connection.exec('PRAGMA busy_timeout = 0')
    const held = connection
    for (let tried = 1; !begin(held); tried++) {
      if (tried * PAUSE_MS >= waitMs) {
        throw new SettingError(
          'INTAKE_DATA',
          `names ${dataDir}, which another process serves: end that one, or give this one a folder of its own`,
        )
      }
      await wait(PAUSE_MS)
    }
    return {
      release: () => {
        held.close()
      },
    }
  } catch (cause) {
    connection?.close()
    throw cause instanceof SettingError ? cause : notOurs(cause)
  }
}

/** @returns false while another has it */
function begin(connection: DatabaseSyncInstance): boolean {
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return true
  } catch (cause) {
    const fault = faultOf(cause)
    if (fault instanceof StoreFault && fault.code === 'DATABASE_BUSY') return false
    throw cause
  }
}
