// In a document
import { button, eachAtTen, intake, page } from './at-request.tsx'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import da from '../../locales/da/inbox.json'
import './frames-at-once.ts'
import { message, on, opened } from './made-up.ts'
import { unfold } from './unfold.ts'
import { calls } from './at-desk.tsx'

eachAtTen()

test('the proposed day stays while another is chosen, and nothing is chosen beforehand', async () => {
  render(page(opened('a', { request: { wish: 'treatment' } })))
  const other = screen.getByLabelText<HTMLInputElement>(da.confirm.day)
  expect(other.value).toBe('')
  expect(screen.getByText(da.confirm.choose)).toBeTruthy()
  fireEvent.input(other, { target: { value: on(20) } })
  expect(screen.queryByText(da.confirm.choose)).toBeNull()
  expect(button(/^Bekræft .*16\.\s+november 2026/)).toBeTruthy()
  fireEvent.click(button(/^Bekræft .*20\.\s+november/))
  await screen.findByText(da.confirm.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: '', confirms: on(20) }])
})

test('what says that a day is confirmed takes the focus, whose button is gone then', async () => {
  const one = opened('a', { request: { wish: 'treatment' } })
  const { rerender } = render(page(one))
  const confirm = button(/^Bekræft /)
  confirm.focus()
  fireEvent.click(confirm)
  const said = await screen.findByText(da.confirm.sent)
  const confirms = on(16)
  rerender(
    page(opened('a', { request: { wish: 'treatment' }, messages: [message('staff', 1, { confirms })] })),
  )
  expect(confirm.isConnected).toBe(false)
  expect(document.activeElement).toBe(said)
})

test('a confirmed day stands there, and only another one can be confirmed', async () => {
  const request = { wish: 'treatment' }
  const { rerender } = render(page(opened('a', { request })))
  fireEvent.click(button(/^Bekræft \S*dag/))
  await screen.findByText(da.confirm.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: '', confirms: on(16) }])
  rerender(page(opened('a', { request, messages: [message('staff', 1, { confirms: on(16) })] })))
  expect(screen.getByText(/^Bekræftet: /).textContent).toMatch(/16\.\s+november/)
  expect(screen.queryByRole('button', { name: /^Bekræft / })).toBeNull()
  fireEvent.input(screen.getByLabelText(da.confirm.day), { target: { value: on(20) } })
  expect(button(/^Bekræft .*20\.\s+november/)).toBeTruthy()
})

test('before two requests are linked, the text the person will read is shown, without a reference', async () => {
  const other = opened('bbbbbbbb-1', { stored: { receivedOn: on(1) }, request: { message: 'x '.repeat(60) } })
  const one = opened('a')
  render(page(one, { all: [one, other] }))
  unfold()
  expect(screen.queryByText(da.link.preview)).toBeNull()
  fireEvent.click(screen.getByLabelText(/^Voksen/))
  const text = screen.getByText(da.link.preview).parentElement!.querySelector('blockquote')!.textContent
  fireEvent.click(button(da.link.button))
  await screen.findByText(da.link.done)
  expect(intake.sent).toEqual([{ id: 'a', text, links: 'bbbbbbbb' }])
  expect(text).not.toContain('bbbb')
})

test('among many earlier requests one is searched for, and what is not found cannot be linked', async () => {
  const older = Array.from({ length: 30 }, (_, n) =>
    opened(`old-${n}`, {
      stored: { receivedOn: on(1) },
      request: { message: n === 7 ? 'ketamin' : 'andet' },
    }),
  )
  const one = opened('a')
  render(page(one, { all: [one, ...older] }))
  expect(document.querySelector('input[name=older]')).toBeNull()
  unfold()
  const choices = (): number => document.querySelectorAll('input[name=older]').length
  expect(choices()).toBe(5)
  fireEvent.input(screen.getByLabelText(da.link.find), { target: { value: 'Ketamin' } })
  await waitFor(() => {
    expect(choices()).toBe(1)
  })
  expect(screen.getByText(/^1 fundet/)).toBeTruthy()
  fireEvent.input(screen.getByLabelText(da.link.find), { target: { value: 'findes ikke' } })
  await waitFor(() => {
    expect(choices()).toBe(0)
  })
  expect(screen.getByText(da.list.found_zero)).toBeTruthy()
  expect(screen.queryByRole('button', { name: da.link.button })).toBeNull()
})

test('what tells an earlier request stands in lines without full stops, its words in the page’s own quotes', () => {
  const phone = '12 34 56 78'
  const request = { identity: 'number-only', phone }
  const other = opened('b', { stored: { receivedOn: on(1) }, request: { ...request, message: 'Hej igen' } })
  const one = opened('a', { request })
  render(page(one, { all: [one, other] }))
  unfold()
  const lines = [...document.querySelectorAll('.choice > .hint > span')].map(
    line => line.firstChild?.textContent,
  )
  expect(lines).toEqual([da.link.same.phone, expect.stringMatching(/november$/), phone, '‘Hej igen’'])
})

test('only a day from today to a year ahead can be confirmed', () => {
  render(page(opened('a', { request: { wish: 'treatment' } })))
  for (const day of [on(4), '2020-01-01', '2206-12-10']) {
    fireEvent.input(screen.getByLabelText(da.confirm.day), { target: { value: day } })
    expect(screen.getByText(da.confirm.range)).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^Bekræft \S*dag/ })).toHaveLength(1)
  }
})

test('a confirmed day is corrected by a new one, which says that the first no longer counts', async () => {
  const messages = [message('staff', 1, { confirms: on(16) })]
  render(page(opened('a', { request: { wish: 'treatment' }, messages })))
  fireEvent.input(screen.getByLabelText(da.confirm.day), { target: { value: on(18) } })
  fireEvent.click(button(/^Bekræft \S*dag/))
  await screen.findByText(da.confirm.sent)
  expect(intake.sent).toEqual([
    {
      id: 'a',
      confirms: on(18),
      text: expect.stringMatching(/16\.\s+november 2026\), gælder ikke mere/) as string,
    },
  ])
})

test('a day that a colleague has confirmed since is shown first, and then corrected', async () => {
  const treatment = { request: { wish: 'treatment' } }
  const { rerender } = render(page(opened('a', treatment)))
  intake.newest = 1
  fireEvent.click(button(/^Bekræft mandag den 16/))
  await screen.findByText(da.reply.newer)
  expect(intake.sent).toEqual([])
  expect(calls.again).toHaveBeenCalledOnce()
  rerender(page(opened('a', { ...treatment, messages: [message('staff', 1, { confirms: on(20) })] })))
  fireEvent.input(screen.getByLabelText(da.confirm.day), { target: { value: on(18) } })
  fireEvent.click(button(/^Bekræft onsdag den 18/))
  await screen.findByText(da.confirm.sent)
  expect(intake.sent).toMatchObject([
    { confirms: on(18), text: expect.stringContaining('fredag den 20.') as string },
  ])
  expect(screen.queryByText(da.reply.newer)).toBeNull()
})

test('a link is not made over something newer either', async () => {
  const [one, two] = [opened('a'), opened('b')]
  render(page(one, { all: [one, two] }))
  unfold()
  fireEvent.click(document.querySelector('input[name=older]')!)
  intake.newest = 1
  fireEvent.click(button(da.link.button))
  await screen.findByText(da.reply.newer)
  expect(intake.sent).toEqual([])
})

test('the day that one click confirms is counted from the day that the limit beside it is counted from', () => {
  const request = { wish: 'treatment' }
  render(page(opened('a', { request, writtenOn: '2026-10-28', stored: { receivedOn: on(4) } })))
  expect(button(/^Bekræft .*11\.\s+november/)).toBeTruthy()
  expect(screen.getByText(/14 dage: .*11\.\s+november/)).toBeTruthy()
  expect(screen.getByText(/Den blev skrevet .*28\.\s+oktober/)).toBeTruthy()
  cleanup()
  render(page(opened('a', { request, writtenOn: on(4), stored: { receivedOn: on(4) } })))
  expect(button(/^Bekræft .*18\.\s+november/)).toBeTruthy()
  expect(screen.queryByText(/Den blev skrevet/)).toBeNull()
})
