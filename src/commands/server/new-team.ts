import { parseArgs } from 'node:util'
import { dayOf } from '../../core/calendar/days.ts'
import { entryHash, teamEntry, type TeamEntry } from '../../core/sealing/team-entry.ts'
import { listedIn } from '../../intake/staff/team-book.ts'
import { readTeam } from '../../intake/staff/team.ts'
import { openStore } from '../../intake/store/open-store.ts'
import { holdFolder } from '../../intake/store/sqlite-hold.ts'
import { Refused } from '../run.ts'
import { MUNICIPALITY, whichConfig } from './which-store.ts'

/** As many letters of the first entry's hash as name a team: enough that nobody names another by a slip. */
const SIGN_LETTERS = 12

/**
 * `new-team [--instead-of SIGN] [--municipality NAME]`: lets the team of KEYS_FILE take over a store in which another one
 * began the list of members. Without --instead-of it tells which two teams these are, and changes nothing.
 *
 * @throws Refused when there is nothing to take over, or SIGN is not that of the team in the store; SettingError while a
 *   service has the folder
 */
export async function newTeam(args: readonly string[], now = Date.now()): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...MUNICIPALITY, 'instead-of': { type: 'string' } },
  })
  const { keysFile, store: where } = await whichConfig(values.municipality)
  const { signed, members } = await readTeam(keysFile)
  if (signed === null)
    throw new Refused('KEYS_FILE has no signed list of members: make it with "npm run keys".')
  const store = await openStore(where)
  try {
    const stored = (await store.team()).entries.map(entry => teamEntry.parse(entry))
    const [before, next] = [stored[0], signed.list[0]]
    if (before === undefined)
      throw new Refused('The store has no team yet: it takes the one of KEYS_FILE by itself.')
    if (next === undefined || entryHash(before) === entryHash(next))
      throw new Refused('KEYS_FILE is of the team that the store has: there is nothing to take over.')
    const told = `In the store: ${shown(before)}. KEYS_FILE: ${shown(next)}.`
    const sign = signOf(before)
    if (values['instead-of'] === undefined) {
      console.log(told)
      console.log(
        'Nothing was changed. If the second takes over, nobody of the first gets in any more: their sessions, ' +
          'invitations, templates and wrapped keys are erased. Requests stay; they open with the keys they were sealed ' +
          'to, and with the recovery key of that time.\n' +
          `If that is what you want: make a backup, stop the service, and run new-team --instead-of ${sign}`,
      )
      return
    }
    if (values['instead-of'] !== sign) throw new Refused(`${told} --instead-of must be ${sign}.`)
    // A service that goes on would let nobody in: it looks for the first leader it was started with.
    const hold = 'dataDir' in where ? await holdFolder(where.dataDir) : null
    const answer = await store
      .replaceTeam(listedIn({ signed, members }), before, { today: dayOf(now), now })
      .finally(() => hold?.release())
    if (answer === 'moved-on')
      throw new Refused('Another program has changed the team meanwhile: look again.')
    console.log(`The store now has ${shown(next)}.`)
  } finally {
    await store.close()
  }
}

/** In hex: a hash in base64url may begin with "-", and would be read as an option. */
const signOf = (entry: TeamEntry): string =>
  Buffer.from(entryHash(entry), 'base64url').toString('hex').slice(0, SIGN_LETTERS)

/** A team as its operator knows it: who began it, and when. */
function shown(entry: TeamEntry): string {
  const who = entry.kind === 'add' ? entry.member.name : 'somebody'
  return `the team that ${who} began on ${entry.on} (${signOf(entry)})`
}
