// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { expect, onTestFinished, test } from 'vitest'
import {
  acted,
  button,
  eachWithNothingDone,
  intakeHas,
  onDone,
  refusal,
  said,
  show,
  SlotRow,
} from './at-row.tsx'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import { timeOf } from '../../../src/core/calendar/days.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'

eachWithNothingDone()

test('a time is corrected: all of a free one, of a booked one what the citizen was not shown', async () => {
  show({ ...slot('t', `${on(26)}T12:00:00Z`, []), seats: 1 })
  fireEvent.click(button(/^Ret/))
  const fields = () => [...document.querySelectorAll('input')].map(field => field.name)
  expect(fields()).toEqual(['t-date', 't-time', 't-minutes', 't-room', 't-counsellor'])
  cleanup()
  show(slot('t', `${on(26)}T12:00:00Z`, ['a']), [opened('a')])
  fireEvent.click(button(/^Ret/))
  expect(fields()).toEqual(['t-room', 't-counsellor'])
  expect(screen.getByText(da.slots.changeBooked)).toBeTruthy()
  fireEvent.input(screen.getByLabelText(da.slots.room), { target: { value: ' Rum 2 ' } })
  fireEvent.click(button(da.slots.save))
  expect(await said()).toBe(da.slots.changed)
  const was = { dates: [{ startsAt: `${on(26)}T12:00:00Z`, minutes: 45 }], place: 'house', seats: 1 }
  expect(acted.mock.calls).toEqual([['changeSlot', { id: 't', body: { ...was, room: 'Rum 2', was } }]])
})

test('a correction of what a colleague has changed meanwhile is refused; then it stands on what they made of it', async () => {
  const before = { ...slot('t', `${on(26)}T12:00:00Z`, []), seats: 1 }
  const after = { ...before, dates: [{ startsAt: `${on(26)}T13:00:00Z`, minutes: 45 }] }
  const page = (one: StaffSlot) => (
    <AtDesk slots={[one]}>
      <SlotRow slot={one} date={one.dates[0]!} onDone={onDone} />
    </AtDesk>
  )
  const { rerender } = render(page(before))
  fireEvent.click(button(/^Ret/))
  fireEvent.input(screen.getByLabelText(da.slots.room), { target: { value: 'Rum 2' } })
  refusal.why = 'slot-changed'
  fireEvent.click(button(da.slots.save))
  expect(await screen.findByText(da.problems['slot-changed'])).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
  rerender(page(after))
  expect(screen.getByLabelText<HTMLInputElement>(da.slots.time).value).toBe('14:00')
  refusal.why = null
  fireEvent.click(button(da.slots.save))
  await said()
  const was = { dates: after.dates, place: 'house', seats: 1 }
  expect(acted.mock.lastCall).toEqual(['changeSlot', { id: 't', body: { ...was, room: 'Rum 2', was } }])
})

test('what was typed to correct a time is there after a look elsewhere, until it is saved or given up', async () => {
  const free = { ...slot('t', `${on(26)}T12:00:00Z`, []), seats: 1 }
  const desk = (isAway: boolean) => (
    <AtDesk slots={[free]}>
      {isAway ? <p>Tal</p> : <SlotRow slot={free} date={free.dates[0]!} onDone={onDone} />}
    </AtDesk>
  )
  const { rerender } = render(desk(false))
  const room = (): HTMLInputElement => screen.getByLabelText(da.slots.room)
  const lookElsewhere = (): void => {
    rerender(desk(true))
    rerender(desk(false))
    fireEvent.click(button(/^Ret/))
  }
  fireEvent.click(button(/^Ret/))
  fireEvent.input(room(), { target: { value: 'Rum 2' } })
  lookElsewhere()
  expect(room().value).toBe('Rum 2')
  fireEvent.click(button(da.slots.changeNo))
  fireEvent.click(button(/^Ret/))
  expect(room().value).toBe('')
  fireEvent.input(room(), { target: { value: 'Rum 3' } })
  fireEvent.click(button(da.slots.save))
  await said()
  lookElsewhere()
  expect(room().value).toBe('')
})

test('a correction that cannot be right is told at its field, and an unusual hour is asked about', async () => {
  show({ ...slot('t', `${on(26)}T12:00:00Z`, []), seats: 1 })
  fireEvent.click(button(/^Ret/))
  fireEvent.input(screen.getByLabelText(da.slots.minutes), { target: { value: '3' } })
  fireEvent.click(button(da.slots.save))
  expect(document.querySelector('.error-summary')?.textContent).toContain('fra 5 til 600')
  fireEvent.input(screen.getByLabelText(da.slots.minutes), { target: { value: '30' } })
  fireEvent.input(screen.getByLabelText(da.slots.time), { target: { value: '06:30' } })
  fireEvent.click(button(da.slots.save))
  expect(screen.getByText(da.slots.doubts.title)).toBeTruthy()
  // The focus is at the question: what it is about is heard as the name of its group.
  const doubts = [...document.querySelectorAll('.doubts > li')].map(one => one.textContent)
  expect(screen.getByRole('group', { name: doubts.join('. ') })).toBeTruthy()
  fireEvent.click(button(da.slots.doubts.no))
  expect(acted).not.toHaveBeenCalled()
  fireEvent.click(button(da.slots.save))
  fireEvent.click(button(da.slots.saveAnyway))
  expect(await said()).toBe(da.slots.changed)
  const dates = [{ startsAt: `${on(26)}T05:30:00Z`, minutes: 30 }]
  expect(acted.mock.calls[0]?.[1]).toMatchObject({ id: 't', body: { dates, place: 'house', seats: 1 } })
})

test('an hour that a colleague has published for meanwhile is asked about before a time is moved to it', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const own = { ...slot('t', `${tomorrow}T10:00:00Z`, []), seats: 1 }
  intakeHas.slots = [own, { ...slot('u', `${tomorrow}T12:00:00Z`, []), room: 'Rum 2' }]
  onTestFinished(() => {
    intakeHas.slots = []
  })
  show({ ...own, room: 'Rum 2' })
  fireEvent.click(button(/^Ret/))
  fireEvent.input(screen.getByLabelText(da.slots.time), {
    target: { value: timeOf(Date.parse(`${tomorrow}T12:00:00Z`)) },
  })
  fireEvent.click(button(da.slots.save))
  // A weekend or a closed day is asked about before.
  const yes = screen.queryByRole('button', { name: da.slots.saveAnyway })
  if (yes) fireEvent.click(yes)
  await screen.findByText(da.slots.meanwhile)
  expect(acted).not.toHaveBeenCalled()
  expect(calls.again).toHaveBeenCalled()
})
