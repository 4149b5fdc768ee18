import { entryHash, type TeamEntry } from '../../core/sealing/team-entry.ts'
import type { TeamPost } from '../../core/contract/team.ts'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import type { By, Moment } from './moment.ts'
import { putEntries } from './team.ts'

/** The list of members as a keys file has it, with what hangs on it. */
type Listed = Omit<TeamPost, 'invite'>

/**
 * How a keys file's list stands to the one in the store: `fits`, where one goes on from the other or the store has none;
 * `forked`, where both begin alike and go different ways; `other`, where somebody else began the one in the store.
 */
export type Standing = 'fits' | 'forked' | 'other'

const hashesIn = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('team_entries').select('hash').orderBy('n').execute()).map(({ hash }) => hash)

/** How many entries the store has, and how a keys file's list stands to them. Nothing is changed. */
export async function standingOf(
  db: Db,
  entries: readonly TeamEntry[],
): Promise<{ readonly standing: Standing; readonly stored: number }> {
  const stored = await hashesIn(db)
  const hashes = entries.map(entryHash)
  const differs = stored.slice(0, hashes.length).some((hash, n) => hash !== hashes[n])
  const standing = !differs ? 'fits' : stored[0] === hashes[0] ? 'forked' : 'other'
  return { standing, stored: stored.length }
}

/** `Store.beginTeam`. */
export async function beginTeam(
  db: Db,
  { entries, wrapped, calendars }: Listed,
): Promise<'kept' | 'moved-on' | Exclude<Standing, 'fits'>> {
  const { standing, stored } = await standingOf(db, entries)
  if (standing !== 'fits') return standing
  if (entries.length >= stored) {
    await putEntries(db, stored, { entries: entries.slice(stored), wrapped, calendars })
  }
  return 'kept'
}

/** `Store.replaceTeam`. Nobody signs in for it: the log names who began the new team, and who the one before. */
export async function replaceTeam(
  db: Db,
  listed: Listed,
  insteadOf: TeamEntry,
  at: Moment,
): Promise<'replaced' | 'moved-on'> {
  if ((await hashesIn(db))[0] !== entryHash(insteadOf)) return 'moved-on'
  for (const table of [
    'team_entries',
    'team_wrapped',
    'team_calendars',
    'templates',
    'sessions',
    'invites',
  ] as const)
    await db.deleteFrom(table).execute()
  await putEntries(db, 0, listed)
  const [by, about] = [beganBy(listed.entries[0]), beganBy(insteadOf)]
  if (by !== null)
    await record(db, { ...at, by }, { act: 'team-replaced', ...(about && { about: about.name }) })
  return 'replaced'
}

/** A list begins by taking in its first leader. */
const beganBy = (first: TeamEntry | undefined): By | null => (first?.kind === 'add' ? first.member : null)
