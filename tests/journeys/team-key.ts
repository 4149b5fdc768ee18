import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBase64url, readKeyFile, unwrapTeamKey, type TeamKey } from '../../src/core/sealing/index.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import type { TestServer } from './server.ts'

/** The team's keys as the demo member has them: to write as staff without an inbox. */
export async function teamKeyOf(server: TestServer): Promise<TeamKey> {
  const key = readKeyFile(await readFile(server.keyFile, 'utf8'))
  const { members } = await readTeam(join(server.dataDir, 'keys.json'))
  const team = await unwrapTeamKey(fromBase64url(members[0]!.wrapped.at(-1)!.sealed), key)
  if (!team) throw new Error('the demo key opens no team key')
  return team
}
