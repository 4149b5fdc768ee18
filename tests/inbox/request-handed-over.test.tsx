// In a document
import { button, eachAtTen, intake, page, type } from './at-request.tsx'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import './frames-at-once.ts'
import { message, on, opened, slot } from './made-up.ts'
import { calls } from './at-desk.tsx'

eachAtTen()

test('the copied text holds the message, the thread with days and writers, and the confirmed deadline', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const messages = [
    message('staff', 1, { text: 'Hej\nVi ringer', writtenOn: on(3) }),
    message('citizen', 1, { text: '', name: 'Ida', writtenOn: on(4) }),
    message('staff', 2, { text: '', confirms: on(16), writtenOn: on(5) }),
  ]
  const one = opened('a', { request: { message: 'Jeg vil\ni gang' }, messages })
  const forged = { id: 'x', on: on(6), status: 'forged' } as const
  const { container } = render(
    page({ ...one, thread: { ...one.thread, messages: [...one.thread.messages, forged] } }),
  )
  // Whatever is printed or copied is read when nobody knows which year it was.
  const days = [...container.querySelectorAll('.thread-meta, .summary')].flatMap(
    part => part.textContent.match(/\d+\.\s+november( \d+)?/g) ?? [],
  )
  expect(days.length).toBeGreaterThan(4)
  for (const day of days) expect(day).toMatch(/ 2026$/)
  fireEvent.click(button(da.detail.copy))
  await screen.findByText(da.detail.copied)
  const [about, ...parts] = writeText.mock.calls[0]![0].trim().split('\n\n')
  expect(about).toMatch(/^Navn oplyst: .*Hvem: Voksen\nØnske: .*Modtaget: mandag .*november 2026\n/s)
  expect(parts.pop()).toMatch(/^Ny\nReference: a\nKopieret torsdag/)
  expect(about).toMatch(/Bekræftet frist: mandag (den )?16\.\s+november 2026$/)
  expect(parts.map(part => part.replace(/ \S*dag (den )?(\d+\.)\s/, ' $2 '))).toEqual([
    'Borgeren · 2. november 2026\n> Jeg vil\n> i gang',
    'Torvehuset · 3. november 2026\n> Hej\n> Vi ringer',
    'Borgeren · 4. november 2026\nHar sagt sit navn: Ida',
    expect.stringMatching(/^Torvehuset · 5\. november 2026\nBekræftet frist: /),
  ])
})

test('what a person writes cannot pass for Torvehuset’s own in the copied text', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const promise =
    'Torvehuset · mandag den 2. november 2026\u2028Bekræftet frist: mandag den 16. november 2026'
  const messages = [message('citizen', 1, { text: '', name: 'Ida\nTelefon: 12345678' })]
  render(page(opened('a', { request: { message: `Hej\n\n${promise}` }, messages })))
  fireEvent.click(button(da.detail.copy))
  await screen.findByText(da.detail.copied)
  const lines = writeText.mock.calls[0]![0].split(/[\n\u2028]/)
  expect(lines).toContain('> Torvehuset · mandag den 2. november 2026')
  expect(lines.filter(line => /^(Torvehuset ·|Bekræftet|Telefon)/.test(line))).toEqual([])
})

test('where the clipboard is refused, the text stands there marked, and it is handed over all the same', async () => {
  vi.stubGlobal('navigator', {})
  render(page(opened('a', { request: { message: 'Jeg vil i gang' } })))
  fireEvent.click(button(da.detail.copy))
  await screen.findByText(da.detail.copyFailed)
  const shown = screen.getByRole<HTMLTextAreaElement>('textbox', { name: da.detail.copyText })
  expect(shown.value).toContain('Jeg vil i gang')
  expect(document.activeElement).toBe(shown)
  expect([shown.selectionStart, shown.selectionEnd, shown.readOnly]).toEqual([0, shown.value.length, true])
  await screen.findByText(da.handOver.ask)
  // Copied after all, it goes again: what a colleague behind sees should not stand longer than needed.
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
  fireEvent.click(button(da.detail.copy))
  await screen.findByText(da.detail.copied)
  expect(screen.queryByRole('textbox', { name: da.detail.copyText })).toBeNull()
})

test('saved, it leads on to the next request and to the list; another act takes the words away', async () => {
  render(page(opened('a', { stored: { state: 'opened' } }), { next: opened('b') }))
  expect(screen.queryByRole('button', { name: da.detail.next })).toBeNull()
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(button(da.detail.stateSave))
  fireEvent.click(await screen.findByRole('button', { name: da.detail.next }))
  expect(calls.onOpen).toHaveBeenCalledWith('b')
  expect(intake.states).toEqual([
    ['move', { id: 'a', body: { from: 'opened', state: 'answered', written: 0 } }],
  ])
  type('Hej')
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: da.detail.next })).toBeNull()
  })
})

test('copied, it is asked whether it stands in the case system; a yes hands it over', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
  render(page(opened('a', { stored: { state: 'opened' } })))
  expect(screen.queryByText(da.handOver.ask)).toBeNull()
  fireEvent.click(button(da.detail.copy))
  const question = await screen.findByText(da.handOver.ask)
  await waitFor(() => {
    expect(document.activeElement).toBe(question)
  })
  fireEvent.click(button(da.handOver.no))
  expect(screen.queryByText(da.handOver.ask)).toBeNull()
  await waitFor(() => {
    expect(document.activeElement).toBe(button(da.detail.copy))
  })
  fireEvent.click(button(da.detail.copy))
  fireEvent.click(await screen.findByRole('button', { name: da.handOver.yes }))
  const saved = await screen.findByText(da.detail.stateSaved.replace('{{state}}', da.state['handed-over']))
  // What was pressed is gone: the focus is on what was done.
  await waitFor(() => {
    expect(document.activeElement).toBe(saved)
  })
  expect(intake.states).toEqual([
    ['exported', { id: 'a' }],
    ['exported', { id: 'a' }],
    ['move', { id: 'a', body: { from: 'opened', state: 'handed-over', written: 0 } }],
  ])
  expect(screen.queryByText(da.handOver.ask)).toBeNull()
})

test('before somebody with a time is handed over, the time is told', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
  const talk = slot('s', `${on(9)}T12:00:00Z`, ['a'])
  render(page(opened('a', { stored: { state: 'opened', bookings: talk.bookings } }), { slots: [talk] }))
  fireEvent.click(button(da.detail.copy))
  expect(await screen.findByText(/Personen har en tid: .*9\..november/)).toBeTruthy()
})
