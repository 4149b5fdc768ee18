import { type Kysely, type Migration, Migrator } from 'kysely'

/** Brings a database to the newest schema. @throws the error of the migration that failed. */
export async function migrate<T>(db: Kysely<T>, all: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(all) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error })
}
