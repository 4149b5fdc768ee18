import { expect, test } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { rowsOf } from '../../../src/app/request/rows.ts'
import type { Slots } from '../../../src/app/slots/use-slots.ts'
import type { Slot } from '../../../src/core/contract/index.ts'
import type { Answers } from '../../../src/core/request/index.ts'

const t = makeT('da', allCopy('da'))
const adult: Answers = { audience: 'adult', wish: 'advice', substance: 'alcohol', identity: 'anonymous' }

const slot: Omit<Slot, 'seatsLeft'> = { id: 'one', kind: 'adult-talk', place: 'house', dates: [] }
const free: Slots = { kind: 'there', slots: [{ ...slot, seatsLeft: 1 }] }
const full: Slots = { kind: 'there', slots: [{ ...slot, seatsLeft: 0 }] }

const timeOf = (answers: Answers, slots: Slots): unknown => {
  const row = rowsOf(answers, slots, t, 'da').find(({ key }) => key === 'times')
  return row && { value: row.value, hint: row.hint }
}
const none = t('request:review.none')

test('an adult who is led past the times reads why before sending', () => {
  expect(timeOf({ ...adult, slotIds: [] }, { kind: 'unreachable' })).toEqual({
    value: none,
    hint: t('request:times.offline'),
  })
  expect(timeOf({ ...adult, slotIds: [] }, full)).toEqual({ value: none, hint: t('request:times.none') })
})

test('who has seen the times and wants none reads that none is chosen', () => {
  expect(timeOf({ ...adult, slotIds: [] }, free)).toEqual({ value: none })
})

test('a time that was chosen is not hidden by a line that is gone', () => {
  expect(timeOf({ ...adult, slotIds: ['one'] }, { kind: 'unreachable' })).toEqual({
    value: [t('request:times.unseen')],
  })
})
