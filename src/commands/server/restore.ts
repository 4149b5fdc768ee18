import { parseArgs } from 'node:util'
import { dayOf } from '../../core/calendar/days.ts'
import { BadBackup } from '../../intake/backup/read.ts'
import { restoreBackup } from '../../intake/backup/restore.ts'
import { Refused } from '../run.ts'
import { madeAt } from './backup-files.ts'
import { readIdentity } from './identity.ts'
import { MUNICIPALITY, whichStore } from './which-store.ts'

const USAGE = `restore FILE --identity KEYFILE --erased FILE|none [--municipality NAME]
  Fills the empty store that INTAKE_DATA or DATABASE_URL names; with MUNICIPALITIES, that of the one named. --erased takes
  the newest list of what was erased (erased-….age), or a later backup, of which only those hashes are read: what people
  withdrew since the backup is not brought back. "none" where there is none: then it is, and they were told it was gone.`

/** Always said: the list of what was erased knows nothing of the team. */
const TEAM =
  'The team is as it was when the backup was made: look at the page "Team", and take out again who was taken out since. ' +
  'Calendar addresses that were changed since are the earlier ones.'

/** Always said: whether the machine's clock is right can be told only by somebody who looks at another. */
const saysDay = (day: string): string =>
  `The day of the backup, ${day}, counts as that of the last sweep: if the clock says more than a week later, nothing is ` +
  'erased until somebody has looked at it and says so with the command "confirm-day".'

/** `server.mjs restore`: see USAGE. */
export async function restore(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...MUNICIPALITY, identity: { type: 'string' }, erased: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined) throw new Refused(USAGE)
  const { erased } = values
  const identity = await readIdentity(values.identity, USAGE)
  if (erased === undefined)
    throw new Refused(`--erased must name the newest list of what was erased, or say "none".\n${USAGE}`)
  refuseEarlier(erased, file)
  const store = await whichStore(values.municipality)
  const now = Date.now()
  try {
    const { day, stayErased } = await restoreBackup({
      where: store,
      file,
      identity,
      erased: erased === 'none' ? null : erased,
      at: { today: dayOf(now), now },
      onRows: (table, rows) => {
        console.log(`${table}: ${rows}`)
      },
    })
    console.log(
      erased === 'none'
        ? 'Restored. What people withdrew since the backup is back.'
        : `Restored. ${stayErased} requests that were erased later stay erased.`,
    )
    console.log(TEAM)
    console.log(saysDay(day))
  } catch (cause) {
    if (cause instanceof BadBackup) throw new Refused(cause.message, { cause: cause.cause })
    throw cause
  }
}

/** By their names, to the second; the day in the files themselves is looked at when they are read. */
function refuseEarlier(erased: string, file: string): void {
  const [list, backup] = [madeAt(erased), madeAt(file)]
  if (list !== null && backup !== null && list < backup)
    throw new Refused(
      `${erased} is older than ${file}, which knows all that it knows. Is there a later one elsewhere? If not: --erased none.`,
    )
}
