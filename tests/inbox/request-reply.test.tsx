// In a document
import { button, eachAtTen, field, intake, page, type } from './at-request.tsx'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import './frames-at-once.ts'
import { message, opened } from './made-up.ts'
import { unfold } from './unfold.ts'
import { calls } from './at-desk.tsx'

eachAtTen()

test('a message that came unseen holds the reply back, is shown, and is answered by the next try', async () => {
  const first = [message('citizen', 1)]
  const { rerender } = render(page(opened('a', { messages: first })))
  type('Hej')
  intake.newest = 2
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.newer)
  expect(intake.sent).toEqual([])
  expect(calls.again).toHaveBeenCalledOnce()

  const more = [...first, message('citizen', 2, { text: 'Vent lidt' })]
  rerender(page(opened('a', { messages: more, more: { unanswered: 2 } })))
  const news = screen.getByText(da.reply.newer).closest<HTMLElement>('.notice')!
  expect(within(news).getByText(/Vent lidt/)).toBeTruthy()
  expect(field().value).toBe('Hej')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: 'Hej', seen: 2 }])
  expect(screen.queryByText(da.reply.newer)).toBeNull()
})

test('a message that the page fetched by itself while somebody writes holds the reply back once too', async () => {
  const first = [message('citizen', 1)]
  const { rerender } = render(page(opened('a', { messages: first })))
  type('Hej')
  intake.newest = 2
  rerender(page(opened('a', { messages: [...first, message('citizen', 2)] })))
  await screen.findByText(da.reply.newer)
  fireEvent.click(button(da.reply.button))
  await Promise.resolve()
  expect(intake.sent).toEqual([])
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: 'Hej', seen: 2 }])
})

test('a sent answer leads on to the next request, and nothing does before', async () => {
  render(page(opened('a'), { next: opened('b') }))
  expect(screen.queryByRole('button', { name: da.detail.next })).toBeNull()
  type('Hej')
  fireEvent.click(button(da.reply.button))
  fireEvent.click(await screen.findByRole('button', { name: da.detail.next }))
  expect(calls.onOpen).toHaveBeenCalledWith('b')
})

test('what came of an answer is in sight, also once the thread above has grown', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  const { rerender } = render(page(opened('a')))
  type('Vi ringer i morgen')
  expect(scrolled).not.toHaveBeenCalled()
  button(da.reply.button).focus()
  fireEvent.click(button(da.reply.button))
  const said = await screen.findByText(da.reply.sent)
  scrolled.mockClear()
  rerender(page(opened('a', { messages: [message('staff', 1)] })))
  expect((scrolled.mock.contexts as Element[]).at(-1)?.contains(said)).toBe(true)
  // Held back by something newer: that is in sight instead.
  intake.newest = 2
  type('Kan du komme på mandag?')
  scrolled.mockClear()
  fireEvent.click(button(da.reply.button))
  const news = await screen.findByText(da.reply.newer)
  expect((scrolled.mock.contexts as Element[]).at(-1)?.contains(news)).toBe(true)
  // Who writes a note meanwhile is left there.
  screen.getByLabelText(da.notes.label).focus()
  scrolled.mockClear()
  rerender(page(opened('a', { messages: [message('staff', 1), message('citizen', 1)] })))
  expect(scrolled).not.toHaveBeenCalled()
})

test('who begins to write has read what came before', async () => {
  const { rerender } = render(page(opened('a')))
  rerender(page(opened('a', { messages: [message('citizen', 1)] })))
  type('Hej')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: 'Hej', seen: 1 }])
})

test('a colleague’s newer answer is shown before one’s own goes', async () => {
  const first = [message('citizen', 1)]
  const { rerender } = render(page(opened('a', { messages: first })))
  type('Kan du komme på mandag?')
  const text = 'Vi ringer i dag kl. 14'
  rerender(page(opened('a', { messages: [...first, message('staff', 1, { text })] })))
  const news = (await screen.findByText(da.reply.newerStaff)).closest<HTMLElement>('.notice')!
  expect(within(news).getByText(new RegExp(text))).toBeTruthy()
  fireEvent.click(button(da.reply.button))
  await Promise.resolve()
  expect(intake.sent).toEqual([])
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
})

test('words that are taken up again after a look elsewhere are held back by what came meanwhile', async () => {
  const first = [message('citizen', 1)]
  const { rerender } = render(page(opened('a', { messages: first })))
  type('Kan du komme på mandag?')
  rerender(page(opened('b')))
  const text = 'Vi ringer i dag kl. 14'
  rerender(page(opened('a', { messages: [...first, message('staff', 1, { text })] })))
  expect(field().value).toBe('Kan du komme på mandag?')
  const news = (await screen.findByText(da.reply.newerStaff)).closest<HTMLElement>('.notice')!
  expect(within(news).getByText(new RegExp(text))).toBeTruthy()
  fireEvent.click(button(da.reply.button))
  await Promise.resolve()
  expect(intake.sent).toEqual([])
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
})

test('who begins again after a reply has read what came before', async () => {
  const { rerender } = render(page(opened('a')))
  type('Hej')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  rerender(page(opened('b')))
  rerender(page(opened('a', { messages: [message('citizen', 1)] })))
  type('Tak')
  expect(screen.queryByText(da.reply.newer)).toBeNull()
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toHaveLength(2)
})

test('a reply that did not arrive is sealed again once its writer has seen what came meanwhile', async () => {
  const first = [message('citizen', 1)]
  const { rerender } = render(page(opened('a', { messages: first })))
  type('Hej')
  intake.lost = true
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.perhaps)
  intake.lost = false
  rerender(page(opened('a', { messages: [...first, message('citizen', 2)] })))
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.newer)
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: 'Hej', seen: 2 }])
})

test('what is written while a reply or a note is on its way stays in the field', async () => {
  render(page(opened('a')))
  const note = (): HTMLTextAreaElement => screen.getByLabelText(da.notes.label)
  for (const [one, name, said] of [
    [field, da.reply.button, da.reply.sent],
    [note, da.notes.button, da.notes.saved],
  ] as const) {
    let letGo = (): void => undefined
    intake.slow = new Promise(done => {
      letGo = done
    })
    fireEvent.input(one(), { target: { value: 'Vi ringer. ' } })
    fireEvent.click(button(name))
    await screen.findByRole('button', { name: /…/ })
    fireEvent.input(one(), { target: { value: 'Vi ringer. Tag kortet med' } })
    letGo()
    await screen.findByText(said)
    expect(one().value).toBe('Tag kortet med')
  }
})

test('a reply whose answer was lost is not sent twice: seen in the thread, its words are gone from the field', async () => {
  // The stand-in for sealing names a message after its request.
  const id = 'staff1'
  const { rerender } = render(page(opened(id)))
  type('Vi ringer i dag')
  intake.lost = true
  fireEvent.click(button(da.reply.button))
  expect(await screen.findByText(da.reply.perhaps)).toBeTruthy()
  rerender(page(opened(id, { messages: [message('staff', 1)] })))
  expect(await screen.findByText(da.reply.arrived)).toBeTruthy()
  expect(field().value).toBe('')
  expect(screen.queryByText(da.reply.perhaps)).toBeNull()
})

test('words that were changed after the lost answer stay, and it is said that the first arrived', async () => {
  const { rerender } = render(page(opened('staff1')))
  type('Vi ringer i dag')
  intake.lost = true
  fireEvent.click(button(da.reply.button))
  expect(await screen.findByText(da.reply.perhaps)).toBeTruthy()
  type('Vi ringer i morgen')
  rerender(page(opened('staff1', { messages: [message('staff', 1)] })))
  expect(await screen.findByText(da.reply.arrived)).toBeTruthy()
  expect(field().value).toBe('Vi ringer i morgen')
})

test('a CPR number in a reply is asked about once, and is gone from the question when the text changes', async () => {
  render(page(opened('a')))
  type('Dit cpr-nummer er 010190-1234')
  fireEvent.click(button(da.reply.button))
  await screen.findAllByText(da.reply.cpr, { exact: false })
  expect(intake.sent).toEqual([])
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
})

test('what still stands in brackets is asked about once; a template comes below what is written', async () => {
  render(page(opened('a')))
  type('Hej')
  fireEvent.click(screen.getByText(da.templates.choose))
  fireEvent.click(button(da.templates.names.time))
  expect(field().value).toBe(`Hej\n\n${da.templates.texts.time}`)
  expect(document.activeElement).toBe(field())
  fireEvent.click(button(da.reply.button))
  await screen.findAllByText(da.reply.bracket.replace('{{what}}', da.templates.time), { exact: false })
  expect(intake.sent).toEqual([])
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
})

test('the focus goes to the field that is refused, whose reason is read out with it', async () => {
  const older = opened('older', { request: { identity: 'named', name: 'Ida' } })
  const one = opened('a', { request: { identity: 'named', name: 'Ida' }, stored: { state: 'opened' } })
  render(page(one, { all: [one, older] }))
  unfold()
  const leadsTo = async (name: string, why: string, to: () => HTMLElement): Promise<void> => {
    button(name).focus()
    fireEvent.click(button(name))
    await waitFor(() => {
      expect(document.activeElement).toBe(to())
    })
    const described = (to().closest('fieldset[aria-describedby]') ?? to()).getAttribute('aria-describedby')
    expect(document.getElementById(described?.split(' ').at(-1) ?? '')?.textContent).toContain(why)
  }
  await leadsTo(da.reply.button, da.reply.empty, field)
  type('Dit cpr-nummer er 010190-1234')
  await leadsTo(da.reply.button, da.reply.cpr, field)
  type('Dit nummer')
  // What is mended is no longer marked.
  expect(field().getAttribute('aria-invalid')).toBeNull()
  await leadsTo(da.notes.button, da.notes.empty, () => screen.getByLabelText(da.notes.label))
  fireEvent.input(screen.getByLabelText(da.notes.label), { target: { value: 'Ring' } })
  expect(screen.getByLabelText(da.notes.label).getAttribute('aria-invalid')).toBeNull()
  await leadsTo(da.link.button, da.link.missing, () => screen.getAllByRole('radio', { name: /Ida/ })[0]!)
  fireEvent.click(screen.getByLabelText(da.state.closed))
  await leadsTo(da.detail.stateSave, da.close.missing, () => screen.getByLabelText(da.close.reasons.helped))
  // A second try that is refused leads there again.
  await leadsTo(da.detail.stateSave, da.close.missing, () => screen.getByLabelText(da.close.reasons.helped))
})

test('a reply goes without the member’s name unless it is ticked, each time anew', async () => {
  render(page(opened('a')))
  const named = (): HTMLInputElement => screen.getByRole('checkbox', { name: /^Vis mit navn/ })
  expect(named().checked).toBe(false)
  fireEvent.click(named())
  type('Hej')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(named().checked).toBe(false)
  type('Hej igen')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([
    { id: 'a', text: 'Hej', seen: 0, shown: true },
    { id: 'a', text: 'Hej igen', seen: 0 },
  ])
})

test('a message whose writer is shown to the person says so to colleagues', () => {
  const one = opened('a', { messages: [message('staff', 1, { by: 'Bo' }), message('staff', 2)] })
  render(page(one))
  expect(screen.getAllByText(da.thread.by.replace('{{name}}', 'Bo'))).toHaveLength(1)
})
