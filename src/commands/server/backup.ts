import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { dayOf } from '../../core/calendar/days.ts'
import { whyNotRecipient } from '../../intake/backup/recipient.ts'
import { BACKED_UP, ERASED_ONLY } from '../../intake/backup/tables.ts'
import { writeBackup } from '../../intake/backup/write.ts'
import { Refused } from '../run.ts'
import { keepNewest, nameOf } from './backup-files.ts'
import { MUNICIPALITY, whichStore } from './which-store.ts'

const USAGE = `backup --to FOLDER [--recipient age1…] [--keep N] [--erased] [--municipality NAME]
  Writes one encrypted file, while the service runs. INTAKE_DATA or DATABASE_URL says of what,
  BACKUP_RECIPIENT stands in for --recipient. With MUNICIPALITIES, --municipality says of which one. --keep N removes all but the N newest.
  --new-key FILE makes the pair of keys first: its secret half into FILE, its recipient printed. Not on the server.
  --erased writes the hashes of erased ids alone: small enough for every few minutes.`

/** `server.mjs backup`: see USAGE. Prints how many rows of each table are in the file. */
export async function backup(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...MUNICIPALITY,
      to: { type: 'string' },
      recipient: { type: 'string' },
      keep: { type: 'string' },
      erased: { type: 'boolean', default: false },
      'new-key': { type: 'string' },
    },
  })
  if (values['new-key'] !== undefined) {
    await makeKey(values['new-key'])
    return
  }
  const recipient = (values.recipient ?? process.env['BACKUP_RECIPIENT'] ?? '').trim()
  if (values.to === undefined) throw new Refused(USAGE)
  const why = whyNotRecipient(recipient)
  if (why !== null) throw new Refused(`BACKUP_RECIPIENT (or --recipient) ${why}.`)
  const keep = values.keep === undefined ? null : Number(values.keep)
  if (keep !== null && !(Number.isInteger(keep) && keep > 0))
    throw new Refused('--keep must be a whole number from 1.')
  const folder = values.to
  if (!(await isFolder(folder)))
    throw new Refused(`${folder} is no folder: make it first, writable for this user.`)

  const store = await whichStore(values.municipality)
  const kind = values.erased ? 'erased' : 'foerste-snak'
  const now = new Date()
  const file = join(folder, nameOf(kind, now))
  await writeBackup({
    where: store,
    tables: values.erased ? ERASED_ONLY : BACKED_UP,
    recipient,
    file,
    today: dayOf(now.getTime()),
    onRows: (table, written, total) => {
      console.log(written === total ? `${table}: ${total}` : `${table}: ${written} of ${total}`)
    },
  })
  console.log(file)
  if (keep !== null) await keepNewest(folder, kind, keep)
}

/** Writes a new post-quantum identity, never over a file that is there, and prints its recipient. */
async function makeKey(file: string): Promise<void> {
  const identity = await generateHybridIdentity()
  await writeFile(
    file,
    `# Opens the backups. Onto paper, into two safes; not on the server.\n${identity}\n`,
    {
      mode: 0o600,
      flag: 'wx',
    },
  ).catch((cause: unknown) => {
    throw new Refused(`${file} cannot be written, or is there already.`, { cause })
  })
  console.log(await identityToRecipient(identity))
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
