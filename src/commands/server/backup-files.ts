import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { retention } from '../../core/facts/retention.ts'

/** A whole backup, or the hashes of erased ids alone. */
export type Kind = 'foerste-snak' | 'erased'

/** What a run leaves behind that was killed has the ending of an unfinished file (`writeBackup`). */
const NAMED = /^(foerste-snak|erased)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.age(\.unfinished)?$/

const HOUR_MS = 3_600_000
/**
 * The privacy page promises for how many days backups hold what was erased. The timers come each hour, some minutes late:
 * what would be too old before the next but one goes now.
 */
const KEPT_MS = (retention.backupDays * 24 - 2) * HOUR_MS
/** No run takes so long: an unfinished file this old is nobody's. */
const UNFINISHED_MS = 24 * HOUR_MS

/** `foerste-snak-20261126T140501Z.age` (ISO 8601 basic): in the order of time when sorted by name. */
export function nameOf(kind: Kind, now: Date): string {
  return `${kind}-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.age`
}

/** When a file was made, by its name; null when it has another name than we give. */
export function madeAt(file: string): Date | null {
  const [, , year, month, day, hours, minutes, seconds] = NAMED.exec(basename(file)) ?? []
  if (year === undefined) return null
  return new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
}

/** Removes all of a kind in this folder but the newest. */
export async function keepNewest(folder: string, kind: Kind, keep: number): Promise<void> {
  const whole = (await readdir(folder)).filter(
    file => file.startsWith(`${kind}-`) && file.endsWith('.age') && madeAt(file) !== null,
  )
  for (const file of whole.sort().slice(0, -keep)) await rm(join(folder, file))
}

/**
 * Removes what is out of its time in a folder and below it: backups and lists that are as old as the privacy page says (14 days), and what a run that was
 * killed has left. Files of other names are let be.
 *
 * @returns how many were removed
 */
export async function removeOld(folder: string, now: Date): Promise<number> {
  let removed = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const made = entry.isFile() ? madeAt(entry.name) : null
    if (made === null) continue
    const kept = entry.name.endsWith('.unfinished') ? UNFINISHED_MS : KEPT_MS
    if (now.getTime() - made.getTime() <= kept) continue
    await rm(join(entry.parentPath, entry.name), { force: true })
    removed++
  }
  return removed
}
