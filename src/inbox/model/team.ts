import type { TeamAnswer } from '../../core/contract/team.ts'
import type { Team, Unbelieved } from '../../core/sealing/team.ts'
import type { Failure } from '../shared/failure.ts'

/** The team as its list says, and what the intake says beside it: of that nothing is believed that matters. */
export type Kept = { readonly team: Team; readonly answer: TeamAnswer }

export type Believed =
  | { readonly ok: true; readonly kept: Kept }
  | { readonly ok: false; readonly why: Unbelieved }

/** How far the list of members has been fetched and checked. */
export type TeamLooked =
  | { readonly kind: 'loading' }
  /** A team that was begun before there was a list. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly why: Failure }
  | { readonly kind: 'there'; readonly believed: Believed }
