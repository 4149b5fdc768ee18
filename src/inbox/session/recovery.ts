import { makeTeamKey, rescueKey, SealingError, memberOf, type KeyFile } from '../../core/sealing/index.ts'
import { recipients } from '../model/build-info.ts'
import type { Session } from './session.ts'

/**
 * What signs for the recovery key that somebody typed or pasted: small letters and spaces are a typist's.
 *
 * @returns null when it is not the recovery key of this build
 */
export async function readRecovery(typed: string): Promise<KeyFile | null> {
  try {
    const key = await rescueKey(typed.replace(/\s+/g, '').toUpperCase())
    const { recipient } = await memberOf(key)
    return recipient === recipients[1] ? key : null
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

/** A session that also opens what was sealed to team keys that are lost. It signs nothing with the recovery key. */
export async function withRecovery(session: Session, { identity }: KeyFile): Promise<Session> {
  const [, recovery] = recipients
  // Of no epoch: no message and no note can be of it.
  const older = { ...(await makeTeamKey(1)), epoch: 0, identity, recipient: recovery }
  const { teams } = session
  return { ...session, teams: [teams[0], ...teams.slice(1), older] }
}
