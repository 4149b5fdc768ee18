import { expect, test } from 'vitest'
import type { Receipt } from '../../../src/app/citizen.ts'
import { draftOf, draftText, isSome, isUnsaved, readDraft } from '../../../src/app/draft/content.ts'
import { inMemory } from '../../../src/app/offline/unsaved.ts'
import { arrived, following, takenUp } from '../../../src/app/draft/take-up.ts'
import { lieInMemory } from '../harness/receipt.ts'
import { makeCode } from '../../../src/core/sealing/return-code.ts'

const receipt: Receipt = {
  id: 'an-id',
  code: makeCode(),
  answers: {
    audience: 'adult',
    wish: 'treatment',
    identity: 'named',
    name: 'Karen Æblegård',
    phone: '12345678',
    callTimes: ['morning'],
    message: 'Hej',
    slotIds: ['a'],
  },
  state: 'waiting',
  slot: null,
  writtenOn: '2026-11-22',
}
const answer = { id: 'an-id', receivedOn: '2026-11-23', slot: null }

test('answers and receipt come back as they were put away, the receipt without name and number', () => {
  const text = draftText({ answers: { message: 'Endnu en' }, receipt })
  for (const secret of ['Karen', '12345678', 'morning']) expect(text).not.toContain(secret)
  const back = readDraft(text)
  expect(back.answers).toEqual({ message: 'Endnu en' })
  expect(back.receipt).toMatchObject({ code: receipt.code, answers: { wish: 'treatment', message: 'Hej' } })
})

test('a message that is being written in a thread comes back with its mailbox, and is something to put away', () => {
  const writing = { mailbox: 'hash', text: 'Jeg kan ikke på mandag.' }
  const draft = draftOf({}, null, writing)
  expect(isSome(draft)).toBe(true)
  expect(readDraft(draftText(draft)).writing).toEqual(writing)
  expect(readDraft(draftText({ answers: {}, receipt: null }))).toEqual({ answers: {}, receipt: null })
})

test('a receipt is something to put away until its code is saved', () => {
  expect(isSome({ answers: {}, receipt: null })).toBe(false)
  expect(isSome({ answers: {}, receipt })).toBe(true)
  expect(isUnsaved(receipt)).toBe(true)
  expect(isUnsaved({ ...receipt, saved: true })).toBe(false)
  expect(isUnsaved(null)).toBe(false)
})

test('a receipt that is taken up says what has happened meanwhile', () => {
  const still = { id: 'an-id', purpose: 'request', at: 'waiting', why: null, inMemory: false } as const
  expect(takenUp({ ...receipt, state: 'sending' }, [still])).toMatchObject({ state: 'waiting' })
  const sent = takenUp(receipt, [{ id: 'an-id', at: 'sent', answer, wished: true }])
  expect(sent).toEqual(arrived(receipt, answer))
  expect(sent).toMatchObject({ state: 'sent', receivedOn: '2026-11-23' })
})

test('one that is neither waiting nor noted claims nothing', () => {
  const unknown = takenUp(receipt, [{ id: 'another', at: 'sent', answer, wished: false }])
  expect(unknown).toEqual({ ...receipt, state: 'unknown' })
  expect(takenUp(unknown, [{ id: 'an-id', at: 'sent', answer, wished: false }])).toEqual(
    arrived(receipt, answer),
  )
})

test('one that is noted without its answer has arrived, and claims nothing about its time', () => {
  const sent = takenUp(receipt, [{ id: 'an-id', at: 'sent', answer: null, wished: true }])
  expect(sent).toMatchObject({ state: 'sent', slot: null })
  expect(sent.answers.slotIds).toBeUndefined()
})

test('what was sent or taken back stays so', () => {
  for (const state of ['sent', 'taken-back'] as const)
    expect(takenUp({ ...receipt, state }, [])).toEqual({ ...receipt, state })
})

test('of a request that lies in the page only the answers come back, not a receipt that it was sent', () => {
  lieInMemory(receipt.id)
  expect(draftOf({}, receipt)).toEqual({ answers: receipt.answers, receipt: null })
  inMemory.clear()
  for (const state of ['sent', 'taken-back'] as const)
    expect(draftOf({}, { ...receipt, state }).receipt).toMatchObject({ state })
})

test('a code that was saved while the message was under way is still saved when it has arrived', () => {
  const answer = { slot: null, receivedOn: '2026-01-12' }
  const underWay = { ...receipt, state: 'sending' } as const
  expect(following({ ...underWay, saved: true }, arrived(underWay, answer))).toMatchObject({
    state: 'sent',
    saved: true,
  })
  expect(following(underWay, arrived(underWay, answer))).not.toHaveProperty('saved', true)
  expect(following({ ...underWay, id: 'another', saved: true }, underWay)).toBe(underWay)
  expect(following({ ...underWay, saved: true }, null)).toBeNull()
})
