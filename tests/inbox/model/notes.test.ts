import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { makeTeam, openNote, type Note } from '../../../src/core/sealing/index.ts'
import { noteEvent } from '../../../src/core/sealing/note.ts'
import { isCountedBack, prepareNote } from '../../../src/inbox/model/notes.ts'
import { noKey } from '../made-up.ts'

const keys = vi.hoisted(() => ({ recipients: [] as string[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  get recipients() {
    return keys.recipients
  },
  signers: [],
}))
afterEach(() => {
  vi.useRealTimers()
})

const audiences = ['adult', 'youth', 'relative'] as const

test('the intake is told of a missed talk of a young person only, and not where a missed talk counts', () => {
  const told = (missedTalkCounts?: boolean): string[] =>
    noteEvent.options.flatMap(event =>
      audiences
        .filter(audience =>
          missedTalkCounts === undefined
            ? isCountedBack(event, audience)
            : isCountedBack(event, audience, { missedTalkCounts }),
        )
        .map(audience => `${event} ${audience}`),
    )
  expect(told(false)).toEqual(['no-show youth'])
  expect(told(true)).toEqual([])
  expect(told()).toEqual(['no-show youth'])
})

test('a note stands below those that are there, also where a colleague’s clock is ahead', async () => {
  const { team, recovery } = await makeTeam()
  keys.recipients = [team.recipient, recovery.recipient]
  const session = { name: 'Alva', member: 'A', key: noKey, teams: [team], keptKey: {} as CryptoKey } as const
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-05T10:00:00Z') })
  const id = randomUUID()
  const written = async (after: readonly Note[]): Promise<Note> => {
    const { sealed } = await prepareNote(session, id, { event: 'mine', after })
    return (await openNote(sealed, [team], id))!
  }
  const first = await written([])
  expect(first.at).toBe('2026-11-05T10:00:00.000Z')
  const ahead = { ...first, at: '2026-11-05T10:10:00.000Z' }
  expect((await written([ahead])).at).toBe('2026-11-05T10:10:00.001Z')
})
