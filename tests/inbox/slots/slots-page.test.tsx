// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type * as Series from '../../../src/inbox/slots/series.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import '../frames-at-once.ts'
import { aSession, on, opened, slot } from '../made-up.ts'
import { unfold } from '../unfold.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: 'x',
}))

const looked = vi.hoisted(() => vi.fn())
vi.mock('../../../src/inbox/slots/series.ts', async original => {
  const real = await original<typeof Series>()
  return { ...real, seriesOf: looked.mockImplementation(real.seriesOf) }
})

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

test('who comes back to times that are half typed finds the form open, and shut when they are not', () => {
  const fold = (): HTMLDetailsElement => screen.getByText(da.slots.publish).closest('details')!
  const { rerender } = render(desk(<Slots />))
  expect(fold().open).toBe(false)
  unfold(da.slots.publish)
  fireEvent.input(screen.getByLabelText(da.slots.time), { target: { value: '09:00' } })
  rerender(desk(<p>Tal</p>))
  rerender(desk(<Slots />))
  expect(fold().open).toBe(true)
  const time = screen.getByLabelText<HTMLInputElement>(da.slots.time)
  expect(time.value).toBe('09:00')
  // What is kept for the next ones is nothing half done.
  fireEvent.input(time, { target: { value: '' } })
  fireEvent.input(screen.getByLabelText(new RegExp(`^${da.slots.room}`)), { target: { value: '2' } })
  rerender(desk(<p>Tal</p>))
  rerender(desk(<Slots />))
  expect(fold().open).toBe(false)
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

test('neither the form that publishes nor the series of a time is made before somebody asks for it', () => {
  const free = [slot('f', `${on(4)}T13:00:00Z`, []), slot('g', `${on(5)}T13:00:00Z`, [])]
  render(
    <AtDesk slots={free} session={aSession()}>
      <Slots />
    </AtDesk>,
  )
  expect(document.querySelector('[name=kind]')).toBeNull()
  unfold(da.slots.publish)
  expect(document.querySelector('[name=kind]')).not.toBeNull()
  expect(looked).not.toHaveBeenCalled()
  fireEvent.click(screen.getAllByRole('button', { name: new RegExp(`^${da.slots.withdraw}`) })[0]!)
  expect(looked).toHaveBeenCalled()
})
