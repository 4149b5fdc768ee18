import type { ServiceLimits } from '../../core/facts/limits.ts'
import { retention } from '../../core/facts/retention.ts'
import type { OnFault } from './database.ts'
import { builtLimits } from './limits.ts'
import type { Closing } from './mailboxes.ts'
import { openPostgres } from './postgres.ts'
import { accessStore } from './roles/access-store.ts'
import { citizenStore } from './roles/citizen-store.ts'
import { staffStore } from './roles/staff-store.ts'
import { upkeepStore } from './roles/upkeep-store.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** The embedded database's folder, or the address of a PostgreSQL database. */
export type Where = { readonly dataDir: string } | { readonly databaseUrl: string }

export type StoreSettings = {
  /** What `closesOn` is counted with; the same figures as are given to `sweep`. */
  readonly closing?: Closing
  /** The municipality's figures; those of the one that the program was built with when not given. */
  readonly limits?: ServiceLimits
  /** As many connections to PostgreSQL at most; beside them up to two for upkeep. */
  readonly connections?: number
  /** Called with what goes wrong in the background. */
  readonly onFault?: OnFault
}

/**
 * Opens the store, making or migrating its tables.
 * @throws Error with a sentence that names INTAKE_DATA or DATABASE_URL, never its content.
 */
export async function openStore(where: Where, settings: StoreSettings = {}): Promise<Store> {
  const all = { closing: retention, limits: builtLimits, onFault: () => undefined, ...settings }
  const database =
    'dataDir' in where
      ? await openSqlite(where.dataDir, all.onFault)
      : await openPostgres(where.databaseUrl, all.onFault, settings.connections)
  const ground = { database, limits: all.limits, closing: all.closing }
  return {
    ...citizenStore(ground),
    ...staffStore(ground),
    ...accessStore(ground),
    ...upkeepStore(ground, all.onFault, 'dataDir' in where),
  }
}
