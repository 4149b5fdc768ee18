import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import type { Day } from '../../core/contract/index.ts'
import type { Where } from '../store/open-store.ts'
import { type BackupLine, toLine } from './lines.ts'
import { countOf, pagesOf, readSnapshot, schemaOf } from './snapshot.ts'
import { fromWeb, toWeb } from './streams.ts'
import type { BackedUp } from './tables.ts'

/** Rows; a whole number of the pages they are read in. */
const TOLD_EVERY = 5_000

export type BackupOptions = {
  readonly where: Where
  readonly tables: readonly BackedUp[]
  /** An age recipient; its identity lies elsewhere than the service. */
  readonly recipient: string
  readonly file: string
  readonly today: Day
  /** Called every few thousand rows of a table, and at its end, with how many of how many are written. */
  readonly onRows?: (table: string, written: number, total: number) => void
}

/**
 * Writes one encrypted file with all rows as they stood at one moment. It has its name only once it is whole and on
 * the disk.
 *
 * @returns how many rows of each table it holds
 */
export async function writeBackup(options: BackupOptions): Promise<Record<string, number>> {
  const { where, tables, recipient, file, today, onRows } = options
  const unfinished = `${file}.unfinished`
  const counts: Record<string, number> = {}
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  try {
    await readSnapshot(where, async db => {
      async function* lines(): AsyncGenerator<string> {
        const line = (one: BackupLine): string => JSON.stringify(one) + '\n'
        yield line({ backup: 1, day: today, schema: await schemaOf(db) })
        for (const one of tables) {
          const total = await countOf(db, one)
          let written = 0
          for await (const rows of pagesOf(db, one)) {
            yield rows.map(row => line(toLine(one.table, row))).join('')
            written += rows.length
            if (written % TOLD_EVERY === 0 && written < total) onRows?.(one.table, written, total)
          }
          counts[one.table] = written
          onRows?.(one.table, written, total)
        }
        yield line({ end: counts })
      }
      const zipped = Readable.from(lines(), { objectMode: false }).pipe(createGzip())
      const sealed = await encrypter.encrypt(toWeb(zipped))
      await pipeline(fromWeb(sealed), createWriteStream(unfinished, { mode: 0o600 }))
    })
    const handle = await open(unfinished, 'r+')
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause
  }
  return counts
}
