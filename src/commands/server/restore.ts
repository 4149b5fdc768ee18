import { parseArgs } from 'node:util'
import { dayOf } from '../../core/calendar/days.ts'
import { BadBackup } from '../../intake/backup/read.ts'
import { restoreBackup } from '../../intake/backup/restore.ts'
import { Refused } from '../run.ts'
import { readIdentity } from './identity.ts'
import { MUNICIPALITY, whichStore } from './which-store.ts'

const USAGE = `restore FILE --identity KEYFILE [--erased FILE] [--municipality NAME]
  Fills the empty store that INTAKE_DATA or DATABASE_URL names; with MUNICIPALITIES, that of the one named. --erased takes a later backup, of which only
  the hashes of erased ids are read: what was erased since the backup is not brought back.`

/** `server.mjs restore`: see USAGE. */
export async function restore(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...MUNICIPALITY, identity: { type: 'string' }, erased: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined) throw new Refused(USAGE)
  const identity = await readIdentity(values.identity, USAGE)
  const store = await whichStore(values.municipality)
  const now = Date.now()
  try {
    const { stayErased } = await restoreBackup({
      where: store,
      file,
      identity,
      ...(values.erased !== undefined && { erased: values.erased }),
      at: { today: dayOf(now), now },
      onTable: (table, rows) => {
        console.log(`${table}: ${rows}`)
      },
    })
    console.log(`Restored. ${stayErased} requests that were erased later stay erased.`)
  } catch (cause) {
    if (cause instanceof BadBackup) throw new Refused(cause.message, { cause: cause.cause })
    throw cause
  }
}
