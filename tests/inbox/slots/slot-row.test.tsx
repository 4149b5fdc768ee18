// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import type * as reply from '../../../src/inbox/model/reply.ts'
import { timeOf } from '../../../src/core/calendar/days.ts'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { on, opened, slot } from '../made-up.ts'
import { unfold } from '../unfold.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and sealing are stood in for: what a row says and does is looked at here.
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const acted = vi.hoisted(() => vi.fn())
/** The times as they stand when one is changed. */
const intakeHas = vi.hoisted(() => ({ slots: [] as StaffSlot[] }))
const refusal = vi.hoisted(() => ({ why: null as 'slot-booked' | 'slot-changed' | null }))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, more: object) => {
    if (name === 'staffSlots')
      return Promise.resolve({ version: 'v', times: { slots: intakeHas.slots, tally: {} } })
    if (/Slots?$/.test(name)) acted(name, more)
    return refusal.why === null
      ? Promise.resolve({ cancelled: 1 })
      : Promise.reject(new IntakeError(refusal.why))
  },
}))
type Named = { readonly id: string; readonly requestId: string }
const sent = vi.hoisted(() => [] as unknown[])
/** The bookings whose person need not be told any more. */
const unneeded = vi.hoisted(() => new Map<string, reply.Unneeded>())
vi.mock('../../../src/inbox/model/reply.ts', async importActual => ({
  ...(await importActual<typeof reply>()),
  prepareCalledOff: (_: unknown, { id: booking, requestId: id }: Named, text: string) =>
    Promise.resolve(unneeded.get(booking) ?? { id, text, cancels: [booking] }),
  sendReply: (ready: unknown) => Promise.resolve(void sent.push(ready)),
}))

const { SlotRow } = await import('../../../src/inbox/slots/slot-row.tsx')

const onDone = vi.fn<(said: string) => void>()
const show = (one: StaffSlot, requests: readonly OpenedRequest[] = []): unknown =>
  render(
    <AtDesk requests={requests} slots={[one]}>
      <SlotRow slot={one} date={one.dates[0]!} onDone={onDone} />
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

eachOnItsOwnPage()
beforeEach(() => {
  // Long before all of these times: on the day itself more is said of who is called off.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  sent.length = 0
  unneeded.clear()
  refusal.why = null
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

test('who has moved meanwhile is named and not told, who was told already counts as told', async () => {
  unneeded.set('b-a', 'moved').set('b-b', 'told')
  const those = ['a', 'b', 'c'].map(id => opened(id, { request: { alias: `Kano ${id}` } }))
  show(course(['a', 'b', 'c']), those)
  fireEvent.click(button(/^Aflys/))
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toBe(
    'Aflyst: kurset, alle 2 dage. Beskeden er sendt til 2. ' + da.cancel.moved.replace('{{names}}', 'Kano a'),
  )
  expect(sent).toEqual([{ id: 'c', text: da.cancel.messageCourse, cancels: ['b-c'] }])
})

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

test('a time that somebody has booked meanwhile is fetched again when it cannot be taken away', async () => {
  refusal.why = 'slot-booked'
  show(slot('t', `${on(26)}T12:00:00Z`, []))
  fireEvent.click(button(/^Fjern/))
  fireEvent.click(button(da.slots.withdrawOne))
  expect(await screen.findByText(da.slots.booked)).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
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

test('who has no number and comes today may stand at the door: it is said before and after', async () => {
  const today = new Date().toISOString()
  const show2 = (request: object, startsAt = today): void => {
    cleanup()
    show(slot('t', startsAt, ['a']), [opened('a', { request })])
    fireEvent.click(button(/^Aflys/))
  }
  const words =
    'Blå Kano har intet nummer, og tiden er i dag. Personen kan stå ved døren, hvis beskeden ikke er læst.'
  show2({ alias: 'Blå Kano' })
  expect(screen.getByText(words)).toBeTruthy()
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toContain(words)
  for (const [request, startsAt] of [
    [{ alias: 'Blå Kano', phone: '20123456' }, today],
    [{ alias: 'Blå Kano' }, '2126-11-26T12:00:00Z'],
  ] as const) {
    show2(request, startsAt)
    expect(screen.queryByText(/ved døren/)).toBeNull()
  }
})

test('a CPR number in the word that calls off is asked about once: nothing is called off meanwhile', async () => {
  show(slot('t', `${on(26)}T12:00:00Z`, ['a']), [opened('a')])
  fireEvent.click(button(/^Aflys/))
  const text = 'Ring, og sig 010190-1234'
  fireEvent.input(screen.getByLabelText(da.cancel.label_one), { target: { value: text } })
  fireEvent.click(button(da.cancel.button))
  await screen.findAllByText(da.reply.cpr, { exact: false })
  expect(onDone).not.toHaveBeenCalled()
  fireEvent.click(button(da.cancel.button))
  await said()
  expect(sent).toEqual([expect.objectContaining({ text })])
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
