import type { Where } from '../../../src/intake/store/open-store.ts'

/** One empty database, and ways to look into it past the store. */
export type Place = {
  readonly where: Where
  /** The rows of a statement, read by another connection. */
  rows(statement: string): Promise<Record<string, unknown>[]>
  /** Whether the bytes of what is erased leave the files at once, or within minutes as `Store.mix` does it. */
  readonly scrubbed: 'at once' | 'within minutes'
  /** Everything in the database's files, when they are ours to read. */
  files(): Promise<Buffer>
  remove(): Promise<void>
}
