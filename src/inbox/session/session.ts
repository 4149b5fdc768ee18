import {
  readKeyFile,
  SealingError,
  type KeyFile,
  type SessionPost,
  type TeamKey,
} from '../../core/sealing/index.ts'
import { keptKeyOf } from './kept.ts'
import { epochs } from '../model/build-info.ts'
import { isReplaced } from './newer-page.ts'
import { performBeside } from '../opening/spare.ts'
import { call, type AnswerOf } from '../shared/api.ts'
import { failureOf, type Failure } from '../shared/failure.ts'

/** A member who has signed in. The identities are in memory only, as long as the page is open. */
export type Session = {
  readonly name: string
  /** The public key, base64url: names may be the same. */
  readonly member: string
  /** The member's own keys: a leader's sign what changes in the team. */
  readonly key: KeyFile
  /** The team's keys of each epoch, the newest first: that one signs. */
  readonly teams: readonly [TeamKey, ...TeamKey[]]
  /**
   * Whether this page is of an older build than the team's newest keys: what is sealed to those does not open here, and what is
   * written here is in the end taken for false by phones.
   */
  readonly isBehind?: boolean
  /** For what is half-written when the desk locks. */
  readonly keptKey: CryptoKey
}

export type SignInFailure =
  | 'not-a-key-file'
  | 'refused'
  | 'unreachable'
  | 'crowded'
  | 'unexpected'
  | 'no-team-key'

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
    const { post, answer } = await enter(key)
    const { known, isNewer } = await teamKeys(answer.wrapped, key)
    const [newest, ...older] = known
    if (newest === undefined) return 'no-team-key'
    return {
      name: key.name,
      member: post.member,
      key,
      teams: [newest, ...older],
      keptKey: await keptKeyOf(key),
      // A new epoch may also wait for its build.
      isBehind: isNewer && (await isReplaced()),
    }
  } catch (error) {
    if (error instanceof SealingError) return error.fault === 'key-file' ? 'not-a-key-file' : 'no-team-key'
    return OUTCOMES[failureOf(error)] ?? 'unexpected'
  }
}

/** Signs in with a key. @throws IntakeError when the intake refuses */
export async function enter(
  key: KeyFile,
): Promise<{ readonly post: SessionPost; readonly answer: AnswerOf<'signIn'> }> {
  await leaving
  const challenge = await call('challenge', {})
  const post = await performBeside('signIn', { key, origin: location.origin, ...challenge })
  return { post, answer: await call('signIn', { body: post }) }
}

/**
 * The team's keys that are wrapped to this member, the newest epoch first: only those whose recipient stands in the build.
 * Anybody who can write to the intake can wrap a key of their own to a member, who would then sign and read with it.
 * `isNewer`: one is of an epoch after all of the build's.
 */
export async function teamKeys(
  wrapped: readonly { readonly sealed: string }[],
  key: Pick<KeyFile, 'identity'>,
): Promise<{ readonly known: readonly TeamKey[]; readonly isNewer: boolean }> {
  const all = await performBeside('unwrap', {
    wrapped: wrapped.map(one => one.sealed),
    identity: key.identity,
  })
  const opened = all.filter(team => team !== null)
  return {
    known: opened
      .filter(team => epochs.some(one => one.epoch === team.epoch && one.recipient === team.recipient))
      .sort((a, b) => b.epoch - a.epoch),
    isNewer: opened.some(team => epochs.every(({ epoch }) => epoch < team.epoch)),
  }
}

/** The end of a session that the intake has not confirmed yet: it must not take the next one's cookie with it. */
let leaving: Promise<void> = Promise.resolve()

/** Says to the intake that a session ends. Where it cannot be told, the session runs out by itself. */
async function leave(how: 'signOut' | 'signOutHere'): Promise<void> {
  leaving = call(how, {}).catch(() => undefined)
  await leaving
}

/** Ends the session of this browser: the next one who sits down at a locked desk must not find one. */
export async function closeSessionHere(): Promise<void> {
  await leave('signOutHere')
}

/** Signs the member out everywhere; the page forgets the keys by itself. */
export async function closeSession(): Promise<void> {
  await leave('signOut')
}
