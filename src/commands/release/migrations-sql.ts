import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Dialect,
} from 'kysely'
import { migrations } from '../../intake/store/migrations.ts'
import { POSTGRES_WORDS, SQLITE_WORDS, type TableWords } from '../../intake/store/table-words.ts'

const dialects: { readonly [name: string]: { readonly words: TableWords; readonly dialect: Dialect } } = {
  postgres: {
    words: POSTGRES_WORDS,
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  },
  sqlite: {
    words: SQLITE_WORDS,
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  },
}

/**
 * The statements of each migration, to be read by the owner of the database; the server runs them by itself at start.
 * A value stands as `$1` or `?`, with the values in a comment behind the statement.
 *
 * @returns text by path, `postgres/0001-first.sql`
 */
export async function migrationsAsSql(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [name, { words, dialect }] of Object.entries(dialects)) {
    for (const [id, migration] of Object.entries(migrations(words))) {
      const statements: string[] = []
      const db = new Kysely<unknown>({
        dialect,
        log: ({ query: { sql, parameters } }) => {
          statements.push(parameters.length === 0 ? `${sql};` : `${sql}; -- ${JSON.stringify(parameters)}`)
        },
      })
      await migration.up(db)
      await db.destroy()
      files.set(`${name}/${id}.sql`, statements.join('\n') + '\n')
    }
  }
  return files
}
