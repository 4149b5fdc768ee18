// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { AtDesk, calls } from '../at-desk.tsx'
import { aSession, on, opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: 'x',
}))

const { Slots } = await import('../../../src/inbox/slots/slots-page.tsx')

const scrolled = vi.fn()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(2)}T10:00:00Z`) })
  vi.stubGlobal('scrollTo', scrolled)
  vi.stubGlobal('scrollY', 640)
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const requests = [
  opened('a', { request: { alias: 'Rød Sky' } }),
  opened('b', { request: { alias: 'Blå Kano' } }),
]
const slots = [slot('s', `${on(4)}T12:00:00Z`, ['a']), slot('t', `${on(11)}T12:00:00Z`, ['b'])]
const desk = (shown: JSX.Element): JSX.Element => (
  <AtDesk requests={requests} slots={slots} session={aSession()}>
    {shown}
  </AtDesk>
)
const week = (n: number): HTMLElement =>
  screen.getByRole('heading', { level: 2, name: new RegExp(`^Uge ${n}:`) })

test('coming back from who has a time, week, place and focus are as they were left', () => {
  const { rerender } = render(desk(<Slots />))
  expect(week(45)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: da.slots.after.week }))
  fireEvent.click(screen.getByRole('button', { name: 'Blå Kano' }))
  expect(calls.onOpen).toHaveBeenCalledWith('b')
  rerender(desk(<p>Blå Kano</p>))
  rerender(desk(<Slots />))
  expect(week(46)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Blå Kano' }))
  expect(scrolled).toHaveBeenLastCalledWith(0, 640)
})

test('the day that was looked at stays so while one looks at something else', () => {
  const { rerender } = render(desk(<Slots />))
  fireEvent.click(screen.getByRole('button', { name: da.slots.view.day }))
  fireEvent.click(screen.getByRole('button', { name: da.slots.after.day }))
  rerender(desk(<p>Tal</p>))
  rerender(desk(<Slots />))
  expect(screen.getByRole('heading', { level: 2, name: /5\.\s+november/ })).toBeTruthy()
  expect(scrolled).not.toHaveBeenCalled()
})
