import type { TeamPost } from '../../core/contract/team.ts'
import type { TeamEntry } from '../../core/sealing/team-entry.ts'
import { verifyTeam, type Team as Believed } from '../../core/sealing/team.ts'
import { SettingError } from '../settings/setting-error.ts'
import type { StoredTeam } from '../store/answers.ts'
import type { AccessStore } from '../store/roles/access-store.ts'
import type { Member, Team } from './team.ts'

/** Who is a member now. */
export type TeamBook = {
  readonly demo: boolean
  /** Those who may sign in, with what is wrapped to each. */
  members(): Promise<readonly Member[]>
  /** Whether these entries may stand behind those that are there. Also false where the team has no list. */
  mayFollow(entries: readonly TeamEntry[]): Promise<boolean>
  /** The hashes of the members' calendar addresses, as they are at this moment. */
  feeds(): Promise<readonly string[]>
  /** Whether members may change what the keys file says of them. */
  readonly changes: boolean
}

/** A team that nothing changes: of a keys file without a list, and of tests. */
export function fixedTeam(members: readonly Member[], demo = false): TeamBook {
  return {
    demo,
    members: () => Promise.resolve(members),
    mayFollow: () => Promise.resolve(false),
    feeds: () => Promise.resolve(members.flatMap(({ calendar }) => calendar ?? [])),
    changes: false,
  }
}

const NOT_ITS_TEAM = {
  forked:
    'has another list of members than the store: somebody was added or removed in the inbox since. Take the keys ' +
    'file that a leader fetches on the page "Team", and do the change again',
  other:
    'is of another team than the store: look whether the keys file and the data folder (or database) belong ' +
    'together. Only where a new team is to take over this store, run the command "new-team" (docs/operations.md)',
  unsigned:
    'has no signed list of members, and the store has one: take the keys file that belongs to this store, the newest ' +
    'from the page "Team"',
} as const

/** Why a keys file does not go with a store: nobody may come in where the one is not of the other. */
export function notItsTeam(why: keyof typeof NOT_ITS_TEAM): SettingError {
  return new SettingError('KEYS_FILE', NOT_ITS_TEAM[why])
}

/** What a keys file with a signed list says of its team, as a store takes it. */
export function listedIn({
  signed,
  members,
}: Pick<Team, 'members'> & { readonly signed: NonNullable<Team['signed']> }): Omit<TeamPost, 'invite'> {
  return {
    entries: [...signed.list],
    wrapped: members.flatMap(({ signing, wrapped }) => wrapped.map(one => ({ signing, ...one }))),
    calendars: members.flatMap(({ signing, calendar }) =>
      calendar === undefined ? [] : [{ signing, calendar }],
    ),
  }
}

/**
 * The team as the store has it. The store adds nobody: a member is who stands in the signed list, from the first leader on,
 * whom the keys file names. A list that does not hold together lets nobody in.
 *
 * @throws SettingError when the keys file's list and the store's have gone different ways, or are of two teams
 */
export async function keptTeam(
  store: AccessStore,
  { demo, signed, members }: Pick<Team, 'demo' | 'signed' | 'members'>,
): Promise<TeamBook> {
  if (signed === null) {
    if ((await store.teamHead()) !== null) throw notItsTeam('unsigned')
    return fixedTeam(members, demo)
  }
  const { first } = signed
  const listed = listedIn({ signed, members })
  let begun = await store.beginTeam(listed)
  // Another program began the list at the same moment: with the same keys file, or this one throws now.
  if (begun === 'moved-on') begun = await store.beginTeam(listed)
  if (begun === 'forked' || begun === 'other') throw notItsTeam(begun)
  let kept: { head: string | null; team: Believed | null; stored: StoredTeam } | null = null
  const now = async (): Promise<NonNullable<typeof kept>> => {
    // Checking each signature takes a while; the list only grows.
    const head = await store.teamHead()
    if (kept?.head === head) return kept
    const stored = await store.team()
    const verdict = verifyTeam(stored.entries, first)
    return (kept = { head, stored, team: verdict.ok ? verdict.team : null })
  }
  return {
    demo,
    async members() {
      const { team, stored } = await now()
      return team === null ? [] : [...team.members.map(one => memberOf(one, stored)), ...rescuerOf(team)]
    },
    async mayFollow(entries) {
      const { stored } = await now()
      return verifyTeam([...stored.entries, ...entries], first).ok
    },
    async feeds() {
      const { team } = await now()
      // Not from what is kept: a renewed address changes no entry of the list, and another program may have taken it.
      const calendars = team === null ? [] : await store.calendars()
      return calendars
        .filter(({ signing }) => team?.members.some(one => one.signing === signing))
        .map(({ calendar }) => calendar)
    },
    changes: true,
  }
}

function memberOf(one: Believed['members'][number], { wrapped, calendars }: StoredTeam): Member {
  const { signing } = one
  const calendar = calendars.find(of => of.signing === signing)?.calendar
  return {
    ...one,
    wrapped: wrapped.filter(of => of.signing === signing).map(({ epoch, sealed }) => ({ epoch, sealed })),
    ...(calendar !== undefined && { calendar }),
  }
}

/** The holder of the recovery key may sign in with it: to begin again when every member's key is lost. */
function rescuerOf({ epochs }: Believed): Member[] {
  const last = epochs.at(-1)
  if (last === undefined || last.rescue === null) return []
  return [{ name: 'Recovery', signing: last.rescue, recipient: last.recovery, wrapped: [], role: 'leader' }]
}
