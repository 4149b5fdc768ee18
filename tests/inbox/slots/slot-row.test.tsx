// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { ComponentType } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import type * as reply from '../../../src/inbox/model/reply.ts'
import { AtDesk } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'

// The intake and sealing are stood in for: what a row says and does is looked at here.
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: () => Promise.resolve({ cancelled: 1 }),
}))
const sent = vi.hoisted(() => [] as unknown[])
vi.mock('../../../src/inbox/model/reply.ts', async importActual => ({
  ...(await importActual<typeof reply>()),
  prepareNotice: (_: unknown, id: string, words: object) => Promise.resolve({ id, ...words }),
  sendReply: (ready: unknown) => Promise.resolve(void sent.push(ready)),
}))

// By a path unknown to the compiler: the keys of the inbox's copy and of the app's cannot be typed in one program.
const path: string = '../../../src/inbox/slots/slot-row.tsx'
const row: unknown = await import(path)
const { SlotRow } = row as { SlotRow: ComponentType<Record<string, unknown>> }

const onDone = vi.fn<(said: string) => void>()
const show = (one: StaffSlot, requests: readonly OpenedRequest[] = []): unknown =>
  render(
    <AtDesk requests={requests} slots={[one]}>
      <SlotRow slot={one} date={one.dates[0]} onDone={onDone} />
    </AtDesk>,
  )
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const said = async (): Promise<string> => {
  await waitFor(() => {
    expect(onDone).toHaveBeenCalledOnce()
  })
  return onDone.mock.calls[0]![0]
}

/** A course of two days. */
const course = (by: readonly string[]): StaffSlot => ({
  ...slot('s', `${on(26)}T16:00:00Z`, by),
  kind: 'relatives-course',
  dates: [26, 29].map(day => ({ startsAt: `${on(day)}T16:00:00Z`, minutes: 120 })),
  seats: 8,
  bookings: slot('s', '', by).bookings.map(booking => ({ ...booking, kind: 'relatives-course' })),
})

beforeEach(() => {
  sent.length = 0
  // happy-dom has none.
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error
  })
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
  vi.unstubAllGlobals()
})

test('one day of a course takes the whole course, and the row, the form and the receipt say so', async () => {
  show(course(['a']), [opened('a', { request: { audience: 'relative', concern: 'adult' } })])
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByText(da.cancel.afterCourse)).toBeTruthy()
  expect(screen.getByLabelText('Fjern det, alle 2 dage')).toBeTruthy()
  expect(screen.getByLabelText(da.cancel.aftersCourse.free)).toBeTruthy()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(da.cancel.messageCourse)
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toBe('Aflyst: kurset, alle 2 dage. Beskeden er sendt.')
  expect(sent).toEqual([{ id: 'a', text: da.cancel.messageCourse, cancels: ['b-a'] }])
})

test('a free course of several days is taken away as a course, a talk as its time', async () => {
  show(course([]))
  fireEvent.click(button(/^Fjern kurset/))
  expect(await said()).toBe('Fjernet: kurset, alle 2 dage.')
  cleanup()
  onDone.mockClear()
  show(slot('t', `${on(26)}T12:00:00Z`, []))
  fireEvent.click(button(/^Fjern(?! kurset)/))
  expect(await said()).toMatch(/^Fjernet: torsdag .* kl\.\s13\.00\u2060?-\u2060?13\.45\.$/)
})

test('a course of one day is called off by its day', async () => {
  const { dates, ...rest } = course(['a'])
  show({ ...rest, dates: dates.slice(0, 1) }, [opened('a')])
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByLabelText(da.cancel.aftersCourse.gone_one)).toBeTruthy()
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toMatch(/^Aflyst: torsdag /)
})

test('a booking that does not open is called off without a word, after saying why', async () => {
  show(slot('s', `${on(26)}T12:00:00Z`, ['shut']), [{ ...opened('shut'), envelope: null }])
  expect(screen.getByText(da.slots.shut)).toBeTruthy()
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByText(da.unreadable.text_one)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  const act = button(da.cancel.buttonSilent)
  // Neither a letter, which nobody gets, nor a bin.
  expect(act.querySelector('svg')).toBeNull()
  fireEvent.click(act)
  expect(await said()).toMatch(/^Aflyst: torsdag .*\.$/)
  expect(sent).toEqual([])
})

test('what is told of a time breaks between its parts, not in them, unless one is long', () => {
  const room = 'Det store lokale ved siden af køkkenet'
  show({ ...course([]), room })
  const text = document.querySelector('.slot-about')!.textContent
  expect(text).toBe(
    `i\u00a0huset · ${room} · dag\u00a01\u00a0af\u00a02 · 0\u00a0af\u00a08\u00a0pladser\u00a0taget`,
  )
})
