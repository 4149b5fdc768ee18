// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { expect, test } from 'vitest'
import { events, eachWithNothingSent, intake, ownedBy, Page, press, sending, show } from './at-notes.tsx'
import da from '../../../locales/da/inbox.json'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { lastDone } from '../../../src/inbox/model/last-done.ts'
import { deadlinesOf } from '../../../src/inbox/model/urgency.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { aSession, on, opened } from '../made-up.ts'

eachWithNothingSent()

test('a second click while the first is under way is noted as well, and a double click once', async () => {
  show(opened('a'))
  press(da.notes.do['no-answer'])
  press(da.notes.do['no-answer'])
  press(da.notes.do.talked)
  expect(await events(2)).toEqual(['no-answer', 'talked'])
})

test('the second click of a double click is none of its own: what was just taken is not let go of', async () => {
  show(opened('a'))
  press(da.notes.mine)
  await events(1)
  sending()[0]!.done()
  await screen.findByText(da.notes.saved)
  fireEvent.click(screen.getByRole('button', { name: da.notes.mine }), { detail: 2 })
  fireEvent.click(screen.getByRole('button', { name: da.notes.do.talked }), { detail: 1 })
  expect(await events(2)).toEqual(['mine', 'talked'])
})

test('a click that was not saved is named, also when a later one was, and until it is', async () => {
  show(opened('a'))
  press(da.notes.do['no-answer'])
  press(da.notes.do.talked)
  await events(2)
  sending()[0]!.lost()
  sending()[1]!.done()
  const said = da.detail.perhapsSaved.replace('{{what}}', da.notes.do['no-answer'])
  expect(await screen.findByText(said)).toBeTruthy()
  expect(await screen.findByText(da.notes.saved)).toBeTruthy()
  // No text was written that could be here still.
  expect(screen.queryByText(da.reply.perhaps)).toBeNull()
  press(da.notes.do['no-answer'])
  await events(3)
  sending()[2]!.done()
  await waitFor(() => {
    expect(screen.queryByText(said)).toBeNull()
  })
})

test('who takes a request that a colleague has taken meanwhile is told so, and nothing is written', async () => {
  show(opened('a'))
  intake.now = ownedBy('Bo')
  press(da.notes.mine)
  expect(await screen.findByText(da.notes.taken.replace('{{name}}', 'Bo'))).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
  expect(sending()).toEqual([])
})

test('who sees that a colleague has it can take it over', async () => {
  show(ownedBy('Bo'))
  intake.now = ownedBy('Bo')
  press(da.notes.mine)
  expect(await events(1)).toEqual(['mine'])
})

test('what a colleague has let go of meanwhile can be taken', async () => {
  show(ownedBy('Bo'))
  press(da.notes.mine)
  expect(await events(1)).toEqual(['mine'])
})

test('the focus stays where it was when a request is taken, and what was done is said below the buttons', async () => {
  const desk = (one: Readable): JSX.Element => (
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>
  )
  const { rerender } = render(desk(opened('a')))
  const button = screen.getByRole('button', { name: da.notes.mine })
  button.focus()
  press(da.notes.mine)
  await events(1)
  sending()[0]!.done()
  const said = await screen.findByText(da.notes.saved)
  expect(said.previousElementSibling?.contains(button)).toBe(true)
  rerender(desk(ownedBy('Alva')))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: da.notes.free }))
  // A note has its own word beside its own button.
  fireEvent.input(screen.getByLabelText(da.notes.label), { target: { value: 'Ring i morgen' } })
  press(da.notes.button)
  await events(2)
  sending()[1]!.done()
  expect((await screen.findByText(da.notes.saved)).closest('form')).not.toBeNull()
})

test('taking it did not arrive as far as is known, and did: letting go of it is not said to have failed', async () => {
  const desk = (one: Readable): JSX.Element => (
    <AtDesk requests={[one]} session={aSession({ name: 'Alva' })}>
      <Page one={one} />
    </AtDesk>
  )
  const { rerender } = render(desk(opened('a')))
  press(da.notes.mine)
  await events(1)
  sending()[0]!.lost()
  await screen.findByText(da.detail.perhapsSaved.replace('{{what}}', da.notes.mine))
  rerender(desk(ownedBy('Alva')))
  intake.now = ownedBy('Alva')
  await waitFor(() => {
    expect(screen.queryByText(new RegExp(da.detail.perhapsSaved.split(':')[0]!))).toBeNull()
  })
  press(da.notes.free)
  expect(await events(2)).toEqual(['mine', 'free'])
})

test('a call that was noted by mistake stands struck out, counts for nothing, and can be said so on any day', async () => {
  const note = (event: string, day: number, mac: string, text = ''): object => ({
    event,
    by: 'Bo',
    at: `${on(day)}T10:00:00Z`,
    text,
    mac,
  })
  const withNotes = (...notes: object[]): Readable =>
    opened('a', {
      request: { wish: 'treatment' },
      more: { notes: notes as unknown as Readable['notes'] },
    })
  const talked = note('talked', 3, 'one')
  const before = withNotes(talked, note('text', 3, 'two', 'Ring i morgen'), note('mine', 3, 'three'))
  show(before)
  expect(deadlinesOf(before, []).map(({ days }) => days)).toEqual([14])
  // Only the call: what was written stays, and who has it is told by the next one.
  fireEvent.click(
    screen.getByRole('button', { name: new RegExp(`${da.notes.wrong}.*${da.notes.events.talked}`) }),
  )
  await waitFor(() => {
    expect(sending()).toMatchObject([{ event: 'wrong', text: 'one' }])
  })
  sending()[0]!.done()
  await screen.findByText(da.notes.saved)
  cleanup()
  const after = withNotes(talked, { ...note('wrong', 9, 'four', 'one'), by: 'Alva' })
  show(after)
  expect(document.querySelector('s')?.textContent).toBe(da.notes.events.talked)
  expect(screen.getByText(da.notes.wrongBy.replace('{{name}}', 'Alva'))).toBeTruthy()
  expect(document.querySelectorAll('.note-list li')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: new RegExp(da.notes.wrong) })).toBeNull()
  expect(lastDone(after)).toBeNull()
  expect(deadlinesOf(after, []).map(({ days }) => days)).toEqual([7, 14])
})

test('a note that does not open is told, and not taken for none', () => {
  show({ ...opened('a'), shutNotes: 2 })
  expect(screen.getByText(da.notes.shut_other.replace('{{count}}', '2'))).toBeTruthy()
  cleanup()
  show(opened('a'))
  expect(screen.queryByText(/notat(er)? kan ikke åbnes/)).toBeNull()
})

test('a CPR number in a note is asked about once, and saved by who means it', async () => {
  show(opened('a'))
  const write = (text: string): void => {
    fireEvent.input(screen.getByLabelText(da.notes.label), { target: { value: text } })
    press(da.notes.button)
  }
  write('010190-1234 ringer selv')
  await screen.findAllByText(da.notes.cpr, { exact: false })
  expect(sending()).toEqual([])
  write('020190-1234 ringer selv')
  await screen.findAllByText(da.notes.cpr, { exact: false })
  expect(sending()).toEqual([])
  press(da.notes.button)
  await waitFor(() => {
    expect(sending().map(({ text }) => text)).toEqual(['020190-1234 ringer selv'])
  })
})
