import {
  fromBase64url,
  SealingError,
  unwrapTeamKey,
  type KeyFile,
  type TeamKey,
} from '../../core/sealing/index.ts'

/** The team's keys as they are wrapped to members, base64url each. `null` for one that is damaged, or was never ours. */
export const unwrapAll = (
  wrapped: readonly string[],
  key: Pick<KeyFile, 'identity'>,
): Promise<(TeamKey | null)[]> => Promise.all(wrapped.map(one => unwrapOne(one, key)))

/** One that does not open does not keep a member from the others. */
async function unwrapOne(wrapped: string, key: Pick<KeyFile, 'identity'>): Promise<TeamKey | null> {
  try {
    return await unwrapTeamKey(fromBase64url(wrapped), key)
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}
