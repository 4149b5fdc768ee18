import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** What a release says of itself (`finish-release.ts`). */
const LIST = 'release.json'
const list = z.looseObject({ files: z.record(z.string(), z.string()) })
/** The most files that are named. */
const NAMED = 3

/**
 * Says when a release that is unpacked is not what was made: a disk that was full, a copy that broke off, a hand that mended
 * something on the server. Somebody who wants to deceive changes the list too: that, `verify` finds from outside.
 *
 * @param folder where `server.mjs` lies
 * @returns nothing where there is no list, as in a checkout
 */
export async function notesOfRelease(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(() => null) // a checkout has none
  if (text === null) return []
  const listed = list.safeParse(parsed(text))
  if (!listed.success)
    return [`${join(folder, LIST)} is not the list of a release: unpack the release again.`]
  const other: string[] = []
  for (const [path, hash] of Object.entries(listed.data.files)) {
    const bytes = await readFile(join(folder, path)).catch(() => null) // missing counts as changed
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== hash) other.push(path)
  }
  if (other.length === 0) return []
  const named = other.slice(0, NAMED).join(', ') + (other.length > NAMED ? ', …' : '')
  return [`${other.length} files of the release are not as it was made (${named}): unpack it again.`]
}

/** What a text says as JSON; null when it is none, as one that was cut off. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // the caller says what is wrong with it
  }
}
