// In a document
import { beforeEach, expect, test, vi } from 'vitest'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import { noKey } from '../made-up.ts'

const asked = vi.hoisted(() => ({ calls: [] as string[], end: (): void => undefined }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: null,
}))
vi.mock('../../../src/inbox/opening/spare.ts', () => ({
  performBeside: vi.fn(async () => Promise.resolve({})),
}))
vi.mock('../../../src/inbox/shared/api.ts', () => ({
  call: async (name: string) => {
    asked.calls.push(name)
    if (name.startsWith('signOut'))
      await new Promise<void>((_, fail) => {
        asked.end = () => {
          fail(new IntakeError('unreachable'))
        }
      })
    return {}
  },
}))
const { closeSession, closeSessionHere, enter } = await import('../../../src/inbox/session/session.ts')

beforeEach(() => {
  asked.calls.length = 0
})

test.each([
  ['signOut', closeSession],
  ['signOutHere', closeSessionHere],
] as const)(
  'who signs in at once after %s waits for its answer, or none: it would take the new cookie',
  async (name, close) => {
    const ends = close()
    const entered = enter(noKey)
    await new Promise(done => setTimeout(done, 20))
    expect(asked.calls).toEqual([name])
    asked.end()
    await Promise.all([ends, entered])
    expect(asked.calls).toEqual([name, 'challenge', 'signIn'])
  },
)
