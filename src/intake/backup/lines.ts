import * as z from 'zod/mini'

/** A value of a row: bytes travel as base64 under a key that no row has. */
const value = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ base64: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/)) }),
])

/**
 * A backup is text, one JSON value a line: what it is, then rows, then how many rows of each table there were, so that
 * a file that was cut off is told from a whole one.
 */
export const backupLine = z.union([
  z.strictObject({ backup: z.literal(1), day: z.string(), schema: z.array(z.string()) }),
  z.strictObject({ table: z.string(), row: z.record(z.string(), value) }),
  z.strictObject({ end: z.record(z.string(), z.number()) }),
])
export type BackupLine = z.infer<typeof backupLine>
export type Row = { readonly [column: string]: unknown }

/** A row as a line holds it. */
export function toLine(table: string, row: Row): BackupLine {
  const held: Record<string, z.infer<typeof value>> = {}
  for (const [column, one] of Object.entries(row)) {
    held[column] =
      one instanceof Uint8Array
        ? { base64: Buffer.from(one).toString('base64') }
        : value.parse(typeof one === 'boolean' ? Number(one) : one)
  }
  return { table, row: held }
}

/** A row as the store takes it. */
export function fromLine({ row }: { readonly row: Readonly<Record<string, z.infer<typeof value>>> }): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, one]) => [
      column,
      one !== null && typeof one === 'object' ? Buffer.from(one.base64, 'base64') : one,
    ]),
  )
}
