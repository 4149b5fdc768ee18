import { Refused } from '../run.ts'
import { removeOld } from './backup-files.ts'

const USAGE = `prune FOLDER
  Removes backups and lists of what was erased that are 14 days old, in the folder and below it, and what a backup that was
  killed has left. The units of the backups run it first, so that nothing gets too old while no backup can be made.
  Ends with 1 when something could not be read or removed, and names it; all else is removed.`

/** `server.mjs prune`: see USAGE. @throws Refused when something had to be left, after all else was removed */
export async function prune(args: readonly string[], now = new Date()): Promise<void> {
  const [folder] = args
  if (folder === undefined || args.length > 1) throw new Refused(USAGE)
  const { removed, left } = await removeOld(folder, now)
  console.log(`${removed} removed`)
  if (left.length > 0) throw new Refused(left.join('\n'))
}
