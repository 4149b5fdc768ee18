// In a document
import { button, eachAtTen, intake, page, UNDO } from './at-request.tsx'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import type { RequestState } from '../../src/core/contract/index.ts'
import type { Note } from '../../src/core/sealing/index.ts'
import './frames-at-once.ts'
import { message, on, opened, slot } from './made-up.ts'
import { calls } from './at-desk.tsx'

eachAtTen()

test('a new request that a colleague has moved on meanwhile is fetched again when it is opened', async () => {
  intake.moved = true
  render(page(opened('a')))
  await waitFor(() => {
    expect(calls.again).toHaveBeenCalledOnce()
  })
})

test('a state that was chosen and not saved is still chosen after a look elsewhere', () => {
  const [one, two] = [opened('a', { stored: { state: 'opened' } }), opened('b')]
  const state = (): HTMLInputElement => screen.getByRole('radio', { name: da.state['handed-over'] })
  const { rerender } = render(page(one))
  fireEvent.click(state())
  rerender(page(two))
  expect(state().checked).toBe(false)
  rerender(page(one))
  expect(state().checked).toBe(true)
})

test('only states that the intake takes from where it stands are offered', () => {
  const offered = (state: RequestState): string[] => {
    cleanup()
    render(page(opened('a', { stored: { state } })))
    return screen.getAllByRole('radio', { name: /./ }).map(one => (one as HTMLInputElement).value)
  }
  expect(offered('junk')).toEqual(['opened', 'closed'])
  expect(offered('new')).toEqual(['opened', 'answered', 'handed-over', 'closed'])
  expect(offered('handed-over')).toEqual(['opened', 'answered', 'handed-over', 'closed'])
})

test('closing somebody who has a time asks first', async () => {
  const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'adult-talk' as const }]
  const one = opened('a', { stored: { state: 'opened', bookings } })
  render(page(one, { slots: [slot('s', `${on(26)}T12:00:00Z`, ['a'])] }))
  fireEvent.click(screen.getByLabelText(da.state.closed))
  fireEvent.click(button(da.detail.stateSave))
  expect(await screen.findByText(new RegExp(da.close.missing))).toBeTruthy()
  fireEvent.click(screen.getByLabelText(da.close.reasons['no-wish']))
  fireEvent.click(button(da.detail.stateSave))
  expect(await screen.findByText(/26\.\s+november/, { selector: '[data-question]' })).toBeTruthy()
  expect(intake.states).toEqual([])
  fireEvent.click(button(da.detail.closeAnyway))
  await waitFor(() => {
    expect(intake.states).toEqual([
      ['move', { id: 'a', body: { from: 'opened', state: 'closed', written: 0 } }],
    ])
  })
  await waitFor(() => {
    expect(intake.notes).toMatchObject([{ event: 'text', text: `Lukket: ${da.close.reasons['no-wish']}` }])
  })
})

test('closing can be taken back for ten seconds, by moving it back; then the button is gone, not the focus', async () => {
  render(page(opened('a', { stored: { state: 'answered' } })))
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date(`${on(5)}T10:00:00Z`) })
  const close = async (): Promise<HTMLElement> => {
    fireEvent.click(screen.getByLabelText(da.state.closed))
    fireEvent.click(screen.getByLabelText(da.close.reasons.helped))
    fireEvent.click(button(da.detail.stateSave))
    await vi.waitFor(() => button(da.close.undo))
    return button(da.close.undo)
  }
  fireEvent.click(await close())
  await vi.waitFor(() => screen.getByText(da.close.back.replace('{{state}}', da.state.answered)))
  expect(intake.states.map(state => (state as [string, { body: object }])[1].body)).toEqual([
    { from: 'answered', state: 'closed', written: 0 },
    { from: 'closed', state: 'answered', written: 0 },
  ])
  expect(intake.notes.at(-1)).toMatchObject({ event: 'text', text: 'Fortrudt: Lukket' })
  const undo = await close()
  undo.focus()
  await act(() => {
    vi.advanceTimersByTime(UNDO)
  })
  expect(screen.queryByRole('button', { name: da.close.undo })).toBeNull()
  expect(document.activeElement?.textContent).toContain(da.state.closed)
})

test('what a person wrote and nobody answered waits again when handing over is taken back', async () => {
  const aside = { event: 'aside', at: `${on(3)}T10:00:00.000Z`, upTo: 1, mac: 'm', by: 'Bo' } as Note
  const messages = [message('citizen', 1), message('citizen', 2)]
  render(
    page(opened('a', { messages, stored: { state: 'opened' }, more: { unanswered: 1, notes: [aside] } })),
  )
  fireEvent.click(screen.getByLabelText(da.state['handed-over']))
  fireEvent.click(button(da.detail.stateSave))
  fireEvent.click(await screen.findByRole('button', { name: da.close.undo }))
  await screen.findByText(da.close.back.replace('{{state}}', da.state.opened))
  expect(intake.notes).toMatchObject([
    { event: 'aside', upTo: 2 },
    { event: 'aside', upTo: 1 },
  ])
  // The first tells that the message was looked at.
  expect(intake.states[0]).toEqual([
    'move',
    { id: 'a', body: { from: 'opened', state: 'opened', written: 2 } },
  ])
  expect(intake.order.slice(1)).toEqual(['move', 'note', 'note', 'move'])
})

test('that something new was looked at is told by opening the request, and not by a page that stands open', async () => {
  const looked = (written: number): unknown => [
    'move',
    { id: 'a', body: { from: 'opened', state: 'opened', written } },
  ]
  const first = { messages: [message('citizen', 1)], stored: { state: 'answered' as const } }
  const second = {
    messages: [message('citizen', 1), message('citizen', 2)],
    stored: { state: 'opened' as const },
    more: { unanswered: 1 },
  }
  const { rerender } = render(page(opened('a', first)))
  rerender(page(opened('a', second)))
  await Promise.resolve()
  expect(intake.states).toEqual([])
  cleanup()
  render(page(opened('a', second)))
  await waitFor(() => {
    expect(intake.states).toEqual([looked(2)])
  })
})

test('taking back what did not arrive can be tried again', async () => {
  render(page(opened('a', { stored: { state: 'opened' } })))
  fireEvent.click(screen.getByLabelText(da.state['handed-over']))
  fireEvent.click(button(da.detail.stateSave))
  await screen.findByRole('button', { name: da.close.undo })
  intake.moved = true
  fireEvent.click(button(da.close.undo))
  await screen.findByText(da.problems['state-changed'])
  intake.moved = false
  fireEvent.click(button(da.close.undo))
  await screen.findByText(da.close.back.replace('{{state}}', da.state.opened))
})

test('what was laid aside waits again when a member opens it by hand, and its line says so', async () => {
  const aside = (upTo: number, mac: string) =>
    ({ event: 'aside', at: `${on(3)}T10:00:00.000Z`, upTo, mac, by: 'Bo' }) as Note
  const one = { messages: [message('citizen', 1)], stored: { state: 'handed-over' as const } }
  const { rerender } = render(page(opened('a', { ...one, more: { notes: [aside(1, 'm')] } })))
  fireEvent.click(screen.getByLabelText(da.state.opened))
  fireEvent.click(button(da.detail.stateSave))
  await waitFor(() => {
    expect(intake.notes).toMatchObject([{ event: 'aside', upTo: 0 }])
  })
  expect(screen.queryByText(da.notes.takenBack)).toBeNull()
  rerender(page(opened('a', { ...one, more: { notes: [aside(1, 'm'), aside(0, 'n')] } })))
  expect(screen.getAllByText(new RegExp(`${da.notes.takenBack}|${da.notes.events.aside}`))).toHaveLength(2)
  expect(screen.getByText(da.notes.takenBack)).toBeTruthy()
})

test('a move that was refused since the person wrote more lays that aside too, once it was seen', async () => {
  const first = { messages: [message('citizen', 1)], more: { unanswered: 1 } }
  const { rerender } = render(page(opened('a', { ...first, stored: { state: 'opened' } })))
  intake.moved = true
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(button(da.detail.stateSave))
  await screen.findByText(da.problems['state-changed'])
  intake.moved = false
  const more = [...first.messages, message('citizen', 2)]
  rerender(page(opened('a', { messages: more, more: { unanswered: 2 }, stored: { state: 'opened' } })))
  fireEvent.click(button(da.detail.stateSave))
  await screen.findByText(new RegExp(da.detail.stateSaved.split(':')[0]!))
  expect(intake.notes).toMatchObject([{ event: 'aside', upTo: 2 }])
})

test('a state that a colleague has changed is not overwritten, and the page says so', async () => {
  render(page(opened('a', { stored: { state: 'opened' } })))
  intake.moved = true
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(button(da.detail.stateSave))
  expect(await screen.findByText(da.problems['state-changed'])).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
})
