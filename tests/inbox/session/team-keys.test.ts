import { expect, test, vi } from 'vitest'
import {
  makeMember,
  makeTeamKey,
  toBase64url,
  wrapTeamKey,
  type TeamKey,
} from '../../../src/core/sealing/index.ts'

const [first, second, foreign] = await Promise.all([makeTeamKey(1), makeTeamKey(2), makeTeamKey(2)])
const built = vi.hoisted(() => ({ epochs: [] as { epoch: number; recipient: string }[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  get epochs() {
    return built.epochs
  },
}))

import { teamKeys } from '../../../src/inbox/session/session.ts'

const { key, member } = await makeMember('Ida')
const wrap = async (team: TeamKey): Promise<{ sealed: string }> => ({
  sealed: toBase64url(await wrapTeamKey(team, member.recipient)),
})

test('a member has the keys that are wrapped to them, the newest first, and only those that stand in the build', async () => {
  built.epochs = [first, second].map(({ epoch, recipient }) => ({ epoch, recipient }))
  // Anybody who can write to the intake knows every member's recipient, and could wrap a key of their own.
  const wrapped = [await wrap(first), await wrap(foreign), await wrap(second), { sealed: 'AAAA' }]
  expect(await teamKeys(wrapped, key)).toEqual({ known: [second, first], isNewer: false })
})

test('a known key that claims another epoch is none of the build’s', async () => {
  built.epochs = [first, second].map(({ epoch, recipient }) => ({ epoch, recipient }))
  expect(await teamKeys([await wrap({ ...first, epoch: 2 })], key)).toEqual({ known: [], isNewer: false })
})

test('a key of an epoch after all of the build’s says that the page is older than the team’s keys', async () => {
  built.epochs = [first].map(({ epoch, recipient }) => ({ epoch, recipient }))
  expect(await teamKeys([await wrap(first), await wrap(second)], key)).toEqual({
    known: [first],
    isNewer: true,
  })
})
