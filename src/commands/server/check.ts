import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { inLanes } from '../../intake/in-lanes.ts'
import { describeError } from '../../intake/log.ts'
import { faultsOf } from '../../intake/readiness/check.ts'
import { readConfig } from '../../intake/settings/config.ts'
import { type Named, readMunicipalities } from '../../intake/settings/municipalities.ts'
import { notesOf, notesOfBackup, notesOfMail } from '../../intake/readiness/notes.ts'
import { saidBy } from '../../intake/settings/setting-error.ts'
import { notesOfRelease } from './release-whole.ts'

/**
 * As many municipalities are looked at once. A database that does not answer is waited for, 10 s long: systemd ends a check
 * before a start after 90 s, in which a hundred have their turn. Each takes a connection, beside those of the service.
 */
const LOOKED_AT_ONCE = 20

/**
 * `server.mjs check [--strict]`: names everything that keeps the service from starting, one sentence a line; 1 when there is
 * any. With MUNICIPALITIES everything of each of them, its name in front; then 1 only when none of them can start, since a
 * start goes on with the others: with --strict also when one cannot.
 *
 * @throws SettingError when the list itself cannot be read, or two share what must be one's own
 */
export async function check(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { strict: { type: 'boolean', default: false } },
  })
  const list = process.env['MUNICIPALITIES']?.trim() ?? ''
  const all =
    list === '' ? [{ name: '', ...readConfig(process.env) }] : await readMunicipalities(list, process.env)
  const told = { faults: 0, notes: 0, canStart: 0 }
  const note = (line: string): void => {
    told.notes++
    console.log(line)
  }
  const ofMail = notesOfMail()
  for (const { name, faults, notes } of await inLanes(LOOKED_AT_ONCE, all, one => lookAt(one, ofMail))) {
    const who = name === '' ? '' : `${name}: `
    for (const fault of faults) console.log(who + fault)
    for (const line of notes) note(`${who}Note: ${line}`)
    told.faults += faults.length
    if (faults.length === 0) told.canStart++
  }
  for (const line of await notesOfRelease(dirname(process.argv[1] ?? ''))) note(`Note: ${line}`)
  const [first] = all
  if (first)
    for (const line of notesOfBackup(process.env['BACKUP_RECIPIENT'], first.config)) note(`Note: ${line}`)
  console.log(summary(told, all.length))
  if (told.canStart === 0 || (values.strict && told.faults > 0)) process.exitCode = 1
}

/** What is wrong with one, and what should be looked at. A fault of ours in one must not hide the others. */
async function lookAt(
  { name, config, problems }: Named,
  ofMail: ReturnType<typeof notesOfMail>,
): Promise<{ name: string; faults: string[]; notes: string[] }> {
  // The proxy's certificate, where this user may read it: whether it is for our names, and for how long.
  const certificate = process.env['TLS_CERTIFICATE']?.trim() ?? ''
  const [faults, notes] = await Promise.all([
    faultsOf(config, problems).catch(notLookedAt),
    notesOf(config, certificate === '' ? null : certificate, { ofMail }).catch(notLookedAt),
  ])
  return { name, faults: [...problems.map(saidBy), ...faults], notes }
}

function notLookedAt(error: unknown): string[] {
  const { error: name, at } = describeError(error)
  return [`Something could not be looked at: ${[name, ...at].join(', ')}.`]
}

function summary({ faults, notes, canStart }: Record<string, number>, all: number): string {
  if (faults === 0) return notes === 0 ? 'All is as it must be.' : 'It can start; look at what is noted.'
  return all === 1
    ? `${faults} to mend before it starts.`
    : `${faults} to mend; ${canStart} of ${all} can start.`
}
