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

const timeOf = (answers: Answers, slots: Slots): string | readonly string[] | undefined =>
  rowsOf(answers, slots, t, 'da').find(({ key }) => key === 'times')?.value

test('an adult who is led past the times reads why before sending', () => {
  expect(timeOf({ ...adult, slotIds: [] }, { kind: 'unreachable' })).toBe(t('request:times.offline'))
  expect(timeOf({ ...adult, slotIds: [] }, full)).toBe(t('request:times.none'))
})

test('who has seen the times and wants none reads that none is chosen', () => {
  expect(timeOf({ ...adult, slotIds: [] }, free)).toBe(t('request:review.none'))
})

test('a time that was chosen is not hidden by a line that is gone', () => {
  expect(timeOf({ ...adult, slotIds: ['one'] }, { kind: 'unreachable' })).toEqual([t('request:times.unseen')])
})
