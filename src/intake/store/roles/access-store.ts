import { addSession, endSession, endSessionsOf, session, spendNonce, spendProof } from '../sign-in.ts'
import {
  acceptInvite,
  addInvite,
  changeTeam,
  invites,
  readCalendars,
  readTeam,
  renewCalendar,
  takeBackInvite,
  teamHead,
} from '../team.ts'
import { beginTeam, replaceTeam } from '../team-begun.ts'
import { changeTemplates, readTemplates } from '../templates.ts'
import { bind, type Bound, type Ground } from './bound.ts'

const queries = {
  /** Remembers a spent sign-in nonce until it expires (seconds since 1970); true exactly once, and in time. */
  spendNonce,
  /** `id` is the SHA-256 of the session token. */
  addSession,
  session,
  endSession,
  endSessionsOf,
  /** Remembers a solved proof of work until it expires; true exactly once. */
  spendProof,

  /** The hash of the last entry in the list of members; null while there is none. */
  teamHead,
  team: readTeam,
  /**
   * The list as the keys file has it, with what hangs on it. A shorter list is kept as it is here. Nothing is changed where
   * it is `forked` (it begins alike and goes on in another way), or of an `other` team. `moved-on`: another program has put
   * entries there at the same time.
   */
  beginTeam,
  /**
   * Another team takes over: the list, what is wrapped, feeds, templates, sessions and invitations of the one before are
   * gone. `insteadOf`: the first entry of that one; `moved-on` where another has begun the list.
   */
  replaceTeam,
  /** Puts entries behind the list, and ends at once what a removed member has. `moved-on`: others were put there first. */
  changeTeam,
  /** The hash in the address of each member's calendar feed. */
  calendars: readCalendars,
  /** Puts the caller's own feed at another address. */
  renewCalendar,
  /** Invitations that have not run out. */
  invites,
  addInvite,
  takeBackInvite,
  /** `token`: SHA-256 of the link's. `used`: somebody with other keys was here before. */
  acceptInvite,

  /** What leaders have made of the templates for replies: sealed, and signed inside. */
  templates: readTemplates,
  /** `moved-on`: another version stands there than the one that was changed. */
  changeTemplates,
}

/** Who may come in: sessions, proofs of work, the list of members; and what its leaders alone may change. */
export type AccessStore = Bound<typeof queries>

/** What sessions, members and the team's keys need of a store. */
export const accessStore = (ground: Ground): AccessStore => bind(ground, queries)
