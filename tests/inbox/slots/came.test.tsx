// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and sealing are stood in for: where it is asked whether they came, and what is noted, is looked at here.
const intake = vi.hoisted(() => ({ sent: [] as unknown[], now: {} }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, { event }: { event: string }, missed?: boolean) =>
    Promise.resolve({ event, missed }),
  sendNote: (_: string, note: unknown) => Promise.resolve(void intake.sent.push(note)),
}))
vi.mock('../../../src/inbox/opening/opener.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequest: () => Promise.resolve(intake.now),
}))

const { SlotRow } = await import('../../../src/inbox/slots/slot-row.tsx')

const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'youth-talk' as const }]
const young = (event?: 'came' | 'no-show'): Readable => {
  const note = { event, by: 'Bo', at: `${on(5)}T08:00:00Z`, text: '', mac: 'm' }
  const notes = (event ? [note] : []) as unknown as Readable['notes']
  return opened('a', {
    request: { audience: 'youth', alias: 'Blå Kano' },
    stored: { bookings },
    more: { notes },
  })
}
const show = (one: StaffSlot, request: Readable = young()): void => {
  cleanup()
  intake.now = request
  render(
    <AtDesk requests={[request]} slots={[one]}>
      <SlotRow slot={one} date={one.dates[0]!} onDone={vi.fn()} />
    </AtDesk>,
  )
}
const names = (): (string | null)[] =>
  Array.from(document.querySelectorAll('.slot-came button'), one => one.textContent)
const came = `${da.notes.do.came} Blå Kano`
const noShow = `${da.notes.do['no-show']} Blå Kano`
const begun = slot('s', `${on(5)}T09:00:00Z`, ['a'])

eachOnItsOwnPage()
beforeEach(() => {
  intake.sent = []
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
})

test('once a talk has begun, its row asks whether they came; a course and what is to come do not', () => {
  show(begun)
  expect(names()).toEqual([came, noShow])
  show(slot('s', `${on(5)}T11:00:00Z`, ['a']))
  expect(names()).toEqual([])
  show({ ...begun, kind: 'relatives-course' })
  expect(names()).toEqual([])
})

test('what is noted there stands there, and only the opposite can be noted then', async () => {
  show(begun)
  fireEvent.click(screen.getByRole('button', { name: noShow }))
  await screen.findByText(da.notes.savedMissed)
  expect(intake.sent).toEqual([{ event: 'no-show', missed: true }])
  expect(calls.again).toHaveBeenCalledOnce()
  show(begun, young('no-show'))
  expect(screen.getByText(da.notes.events['no-show'])).toBeTruthy()
  expect(names()).toEqual([came])
  fireEvent.click(screen.getByRole('button', { name: came }))
  await screen.findByText(da.notes.savedCame)
})

test('what a colleague has noted since is said, and nothing is noted', async () => {
  show(begun)
  intake.now = young('no-show')
  fireEvent.click(screen.getByRole('button', { name: noShow }))
  await screen.findByText(/^Bo har allerede skrevet/)
  expect(intake.sent).toEqual([])
})
