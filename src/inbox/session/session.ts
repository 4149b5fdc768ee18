import { challengeAnswer, sessionAnswer } from '../../core/contract/index.ts'
import { calendarToken } from '../../core/sealing/calendar-token.ts'
import {
  fromBase64url,
  readKeyFile,
  SealingError,
  signIn,
  unwrapTeamIdentity,
  type TeamIdentity,
} from '../../core/sealing/index.ts'
import { keptKeyOf } from './kept.ts'
import { act, call } from '../shared/api.ts'
import { failureOf, type Failure } from '../shared/failure.ts'

/** A member who has signed in. The identities are in memory only, as long as the page is open. */
export type Session = {
  readonly name: string
  /** The public key, base64url: names may be the same. */
  readonly member: string
  readonly teams: readonly TeamIdentity[]
  /** The token in the address of this member's calendar feed. */
  readonly calendarToken: string
  /** For what is half-written when the desk locks. */
  readonly keptKey: CryptoKey
}

export type SignInFailure =
  'not-a-key-file' | 'refused' | 'unreachable' | 'crowded' | 'unexpected' | 'no-team-key'

const OUTCOMES: Partial<Record<Failure, SignInFailure>> = {
  'sign-in-refused': 'refused',
  unreachable: 'unreachable',
  'slow-down': 'crowded',
  'not-ready': 'crowded',
}

/** Signs in with the text of a key file. The file itself never leaves the browser. */
export async function openSession(keyText: string): Promise<Session | SignInFailure> {
  try {
    const key = readKeyFile(keyText)
    const challenge = await call('POST', '/api/staff/challenge', challengeAnswer, {})
    const post = signIn({ key, origin: location.origin, ...challenge })
    const answer = await call('POST', '/api/staff/session', sessionAnswer, post)
    const teams = await Promise.all(
      answer.wrapped.map(one => unwrapTeamIdentity(fromBase64url(one.sealed), key)),
    )
    const opened = teams.filter(team => team !== null)
    if (opened.length === 0) return 'no-team-key'
    return {
      name: answer.name,
      member: post.member,
      teams: opened,
      calendarToken: calendarToken(key),
      keptKey: await keptKeyOf(key),
    }
  } catch (error) {
    if (error instanceof SealingError) return error.fault === 'key-file' ? 'not-a-key-file' : 'no-team-key'
    return OUTCOMES[failureOf(error)] ?? 'unexpected'
  }
}

/** Signs out at the intake; the page forgets the keys by itself. */
export function closeSession(): Promise<void> {
  return act('DELETE', '/api/staff/session')
}
