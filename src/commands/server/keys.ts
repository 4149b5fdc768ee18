import { parseArgs } from 'node:util'
import { keysFile } from '../../core/sealing/keys-file.ts'
import { verifyTeam } from '../../core/sealing/team.ts'
import { fromLine, type Row } from '../../intake/backup/lines.ts'
import { readBackup } from '../../intake/backup/read.ts'
import { checkTeam, teamFile, type TeamFile } from '../../intake/staff/team.ts'
import { TEAM_FILE, writeNew } from '../keys-folder.ts'
import { join } from 'node:path'
import { Refused } from '../run.ts'
import { readIdentity } from './identity.ts'

const USAGE = `keys BACKUP --identity KEYFILE --to FOLDER
  Makes keys.json again, the public part of the team's keys, out of a backup: from the list of members that leaders have
  signed. Build with it. Compare the fingerprint that it prints with one that was noted, or printed on a leaflet.`

const TABLES = ['team_entries', 'team_wrapped', 'team_calendars'] as const

/**
 * The keys file of the team in a backup.
 *
 * @throws Refused when the backup's list does not hold together, or is of a version that kept none
 */
export async function keysIn(file: string, identity: string): Promise<TeamFile> {
  const rows: Record<(typeof TABLES)[number], Row[]> = {
    team_entries: [],
    team_wrapped: [],
    team_calendars: [],
  }
  for await (const line of readBackup(file, identity)) {
    const table = 'table' in line ? TABLES.find(one => one === line.table) : undefined
    if (table !== undefined && 'row' in line) rows[table].push(fromLine(line))
  }
  const entries = rows.team_entries
    .toSorted((a, b) => Number(a['n']) - Number(b['n']))
    .map(({ entry }): unknown => JSON.parse(String(entry)))
  const verdict = verifyTeam(entries, firstIn(entries))
  if (!verdict.ok)
    throw new Refused(`The backup holds no list of members that holds together (${verdict.why}).`)
  const text = keysFile(verdict.team, {
    demo: false,
    wrapped: rows.team_wrapped.map(({ signing, epoch, sealed }) => ({
      signing: String(signing),
      epoch: Number(epoch),
      sealed: String(sealed),
    })),
    calendars: rows.team_calendars.map(({ signing, calendar }) => ({
      signing: String(signing),
      calendar: String(calendar),
    })),
  })
  if (text === null)
    throw new Refused('The list of members in the backup is of an older version: it names no team keys.')
  return teamFile.parse(JSON.parse(text))
}

/** Who began the list: nothing else is known where all but the backup is lost. The fingerprint says whether it is ours. */
function firstIn(entries: readonly unknown[]): string {
  const by = (entries[0] as { by?: unknown } | undefined)?.by
  return typeof by === 'string' ? by : ''
}

/** `server.mjs keys`: see USAGE. */
export async function keys(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { identity: { type: 'string' }, to: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined || values.to === undefined) throw new Refused(USAGE)
  const found = await keysIn(file, await readIdentity(values.identity, USAGE))
  const path = join(values.to, TEAM_FILE)
  await writeNew([{ path, text: JSON.stringify(found, null, 2) + '\n', mode: 0o644 }])
  console.log(`Written: ${path}\nFingerprint: ${checkTeam(found).fingerprint}`)
}
