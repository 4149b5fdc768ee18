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

/** Removes all of a kind in this folder but the newest. Two runs may look at once: what is gone already is gone. */
export async function keepNewest(folder: string, kind: Kind, keep: number): Promise<void> {
  const whole = (await readdir(folder)).filter(
    file => file.startsWith(`${kind}-`) && file.endsWith('.age') && madeAt(file) !== null,
  )
  for (const file of whole.sort().slice(0, -keep)) await rm(join(folder, file), { force: true })
}

/** Each disk has one at its top, which root alone may look into. What the system puts there has no names of ours. */
const SYSTEMS_OWN = 'lost+found'

const onDisk = {
  entries: (folder: string) => readdir(folder, { withFileTypes: true }),
  remove: (file: string) => rm(file, { force: true }),
}

/**
 * Removes what is out of its time in a folder and below it: backups and lists that are as old as the privacy page says (14 days), and what a run that was
 * killed has left. Files of other names are let be. It goes on past what cannot be read or removed.
 *
 * @returns how many were removed, and a sentence for each file and folder that had to be left
 */
export async function removeOld(
  top: string,
  now: Date,
  disk = onDisk,
): Promise<{ removed: number; left: string[] }> {
  const done = { removed: 0, left: [] as string[] }
  /** Tells what had to be left, and by which of the system's words. */
  const leave =
    (sentence: string) =>
    (cause: unknown): null => {
      const word = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
      done.left.push(`${sentence}${word}.`)
      return null
    }
  async function within(folder: string): Promise<void> {
    const unread = `${folder} cannot be read by this user, and what is too old in it stays`
    for (const entry of (await disk.entries(folder).catch(leave(unread))) ?? []) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && entry.name !== SYSTEMS_OWN) await within(path)
      if (!entry.isFile() || !isOld(entry.name, now)) continue
      const kept = `${path} is too old to be kept and cannot be removed by this user`
      const isGone = await disk.remove(path).then(() => true, leave(kept))
      if (isGone === true) done.removed++
    }
  }
  await within(top)
  return done
}

/** Whether a file is one of ours and out of its time, by its name. */
function isOld(name: string, now: Date): boolean {
  const made = madeAt(name)
  const kept = name.endsWith('.unfinished') ? UNFINISHED_MS : KEPT_MS
  return made !== null && now.getTime() - made.getTime() > kept
}
