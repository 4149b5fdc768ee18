import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { SEALED_BYTES } from '../../../src/core/contract/index.ts'
import { lastDone } from '../../../src/inbox/model/last-done.ts'
import { calledWrongBy, canBeWrong } from '../../../src/inbox/model/mistakes.ts'
import { openStored } from '../../../src/inbox/model/requests.ts'
import { deadlinesOf } from '../../../src/inbox/model/urgency.ts'
import { teamKey } from '../../core/sealing/made-up.ts'
import { on } from '../made-up.ts'
import { realRequest } from '../real-desk.ts'

// Through a real store, and sealed as the inbox seals it: what is called a mistake is found by its proof.
vi.mock('../../../src/inbox/model/build-info.ts', async () => {
  const { signers } = await import('../../core/sealing/made-up.ts')
  return { recipients: [], signers, epochs: [] }
})

test('a call by mistake hid the limit of seven days; called a mistake, it does not, on a later day either', async () => {
  const one = await realRequest(on(1))
  const days = async (): Promise<(number | null)[]> =>
    deadlinesOf(await one.opened(), []).map(limit => limit.days)
  await one.notes({ event: 'no-answer' }, on(2))
  await one.notes({ event: 'talked' }, on(2))
  expect(await days()).toEqual([14])
  const [, talked] = (await one.opened()).notes
  if (!talked) throw new Error('no note')
  expect(canBeWrong(talked)).toBe(true)
  await one.notes({ event: 'wrong', text: talked.mac }, on(5))
  expect(await days()).toEqual([7, 14])
  const { notes } = await one.opened()
  expect(notes.map(note => calledWrongBy(note, notes) !== undefined)).toEqual([false, true, false])
  // The call before it stands.
  expect(lastDone({ notes })?.event).toBe('no-answer')
})

test('colleagues’ words about one that does not open are read all the same', async () => {
  const one = await realRequest(on(1))
  await one.notes({ event: 'text', text: 'Lukket: Andet' }, on(2))
  const stored = await one.store.staffRequest(one.id)
  if (!stored) throw new Error('no request')
  const sealed = randomBytes(SEALED_BYTES).toString('base64url')
  const shut = await openStored({ ...stored, sealed }, [teamKey])
  expect(shut.envelope).toBeNull()
  expect(shut.notes.map(({ text }) => text)).toEqual(['Lukket: Andet'])
})
