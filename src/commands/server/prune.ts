import { Refused } from '../run.ts'
import { removeOld } from './backup-files.ts'

const USAGE = `prune FOLDER
  Removes backups and lists of what was erased that are 14 days old, in the folder and below it, and what a backup that was
  killed has left. The units of the backups run it first, so that nothing gets too old while no backup can be made.`

/** `server.mjs prune`: see USAGE. */
export async function prune(args: readonly string[], now = new Date()): Promise<void> {
  const [folder] = args
  if (folder === undefined || args.length > 1) throw new Refused(USAGE)
  const removed = await removeOld(folder, now).catch((cause: unknown) => {
    throw new Refused(`${folder} cannot be read, or what is in it not removed by this user.`, { cause })
  })
  console.log(`${removed} removed`)
}
