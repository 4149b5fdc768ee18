// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import {
  acted,
  button,
  course,
  eachWithNothingDone,
  onDone,
  refusal,
  said,
  show,
  SlotRow,
} from './at-row.tsx'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'
import { unfold } from '../unfold.ts'

eachWithNothingDone()

test('a free course of several days is taken away as a course, a talk as its time', async () => {
  show(course([]))
  fireEvent.click(button(/^Fjern kurset/))
  fireEvent.click(button(da.slots.withdrawOne))
  expect(await said()).toBe('Fjernet: kurset, alle 2 dage.')
  cleanup()
  onDone.mockClear()
  show(slot('t', `${on(26)}T12:00:00Z`, []))
  fireEvent.click(button(/^Fjern(?! kurset)/))
  fireEvent.click(button(da.slots.withdrawOne))
  expect(await said()).toMatch(/^Fjernet: torsdag .* kl\.\s13\.00\u2060?-\u2060?13\.45\.$/)
})

test('what is told of a time breaks between its parts, not in them, unless one is long', () => {
  const room = 'Det store lokale ved siden af køkkenet'
  show({ ...course([]), room })
  const text = document.querySelector('.slot-about')!.textContent
  expect(text).toBe(
    `i\u00a0huset · ${room} · dag\u00a01\u00a0af\u00a02 · 0\u00a0af\u00a08\u00a0pladser\u00a0taget`,
  )
})

test('a time that somebody has booked meanwhile is fetched again when it cannot be taken away', async () => {
  refusal.why = 'slot-booked'
  show(slot('t', `${on(26)}T12:00:00Z`, []))
  fireEvent.click(button(/^Fjern/))
  fireEvent.click(button(da.slots.withdrawOne))
  expect(await screen.findByText(da.slots.booked)).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
})

test('the focus goes back to the button whose form was left', async () => {
  show(slot('t', `${on(26)}T12:00:00Z`, ['a']), [opened('a')])
  for (const [open, close] of [
    [/^Ret/, da.slots.changeNo],
    [/^Aflys/, da.cancel.no],
  ] as const) {
    fireEvent.click(button(open))
    fireEvent.click(button(close))
    await waitFor(() => {
      expect(document.activeElement).toBe(button(open))
    })
  }
})

test('a series is taken away in one act, and one of it alone', async () => {
  const series = [26, 19].map(day => slot(`d${day}`, `${on(day)}T12:00:00Z`, []))
  const [later, first] = series as [StaffSlot, StaffSlot]
  const showFirst = () =>
    render(
      <AtDesk slots={series}>
        <SlotRow slot={first} date={first.dates[0]!} onDone={onDone} />
      </AtDesk>,
    )
  showFirst()
  fireEvent.click(button(/^Fjern/))
  fireEvent.click(button(da.slots.withdrawNo))
  expect(acted).not.toHaveBeenCalled()
  fireEvent.click(button(/^Fjern/))
  expect(
    screen.getByText(
      /I rækken: 2 ledige tider kl\.\s13\.00, fra torsdag den\s19\.\snovember til torsdag den\s26\.\snovember\./u,
    ),
  ).toBeTruthy()
  fireEvent.click(button('Fjern alle 2 ledige i rækken'))
  expect(await said()).toBe('2 ledige tider er fjernet.')
  expect(acted.mock.calls).toEqual([['withdrawSlots', { body: { ids: [later.id, first.id] } }]])
})

test('the list of a course has who and the number, by name, and is printed without the page around it', () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  show({ ...course(['a', 'b', 'c']), room: 'Rum 2' }, [
    opened('a', { request: { identity: 'named', name: 'Per Eksempel', phone: '20123456' } }),
    opened('b', { request: { alias: 'Blå Kano' } }),
    { ...opened('c'), envelope: null },
  ])
  unfold()
  const cells = [...document.querySelectorAll('.seat-list tbody tr')].map(row =>
    [...row.querySelectorAll('td')].map(cell => cell.textContent),
  )
  expect(cells).toEqual([
    ['Blå Kano', da.slots.seatNoNumber, ''],
    ['Per Eksempel', '20 12 34 56', ''],
    [da.slots.shut, '', ''],
  ])
  fireEvent.click(button(da.slots.seatPrint))
  expect(print).toHaveBeenCalledOnce()
  const list = document.querySelector('[data-printed=whole]')
  expect(list?.textContent).toContain('Per Eksempel')
  expect(list?.closest('li')?.getAttribute('data-printed')).toBe('way')
  expect(document.body.hasAttribute('data-prints')).toBe(true)
  dispatchEvent(new Event('afterprint'))
  expect(document.querySelectorAll('[data-printed], [data-prints]')).toHaveLength(0)
})

test('the list of a course is not printed while somebody on it is being opened, and does not call them unreadable', () => {
  const one = course(['a', 'b'])
  const known = [opened('a', { request: { identity: 'named', name: 'Per Eksempel', phone: '20123456' } })]
  render(
    <AtDesk requests={known} slots={[one]} left={1}>
      <SlotRow slot={one} date={one.dates[0]!} onDone={onDone} />
    </AtDesk>,
  )
  unfold()
  const last = [...document.querySelectorAll('.seat-list tbody tr:last-child td')]
  expect(last.map(cell => cell.textContent)).toEqual([da.slots.opening, '', ''])
  expect(screen.queryByRole('button', { name: da.slots.seatPrint })).toBeNull()
})
