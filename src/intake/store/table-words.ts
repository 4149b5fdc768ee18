import type { ColumnDataType } from 'kysely'

/** What the two databases call differently. */
export type TableWords = {
  readonly bytes: ColumnDataType
  readonly whole: ColumnDataType
  readonly tableEnd: string
}

/**
 * SQLite: WITHOUT ROWID, because a rowid counts upwards and would tell who came first;
 * STRICT, so that a column holds its own type only.
 */
export const SQLITE_WORDS: TableWords = { bytes: 'blob', whole: 'integer', tableEnd: 'strict, without rowid' }
export const POSTGRES_WORDS: TableWords = { bytes: 'bytea', whole: 'bigint', tableEnd: '' }
