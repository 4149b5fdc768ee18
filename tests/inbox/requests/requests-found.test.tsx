// In a document
import { At, card, eachAtTen, Requests, search, show } from './at-list.tsx'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import type { JSX } from 'preact'
import { expect, test } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { aSession, message, on, opened } from '../made-up.ts'

eachAtTen()

/** Each has taken it over from the one before. */
const had = (...names: readonly string[]): OpenedRequest['notes'] =>
  names.map((by, n) => ({
    event: 'mine',
    by,
    at: `${on(3)}T1${n}:00:00Z`,
    text: '',
    mac: `${n}`,
  })) as unknown as OpenedRequest['notes']

test('a person is found by name, made-up name, words, reference, language, who has them, and number with or without country code', () => {
  const phone = '+45 12 34 56 78'
  const requests = [
    opened('aaaa1111-1', { request: { identity: 'named', name: 'Ida Østergaard', phone } }),
    opened('bbbb2222-2', { request: { alias: 'Blå Kano' }, stored: { state: 'closed' } }),
    opened('cccc3333-3', { messages: [message('citizen', 1, { text: 'Jeg skrev om ketamin' })] }),
    opened('dddd4444-4', { request: { identity: 'number-only', phone: '20 30 40 50' } }),
    opened('eeee5555-5', { request: { language: 'en' }, more: { notes: had('Bo', 'Mette') } }),
    opened('ffff6666-6', { request: { language: 'polsk' } }),
  ]
  show(requests)
  const cards = (): string[] =>
    Array.from(document.querySelectorAll('.reference'), one => one.lastChild?.textContent ?? '')
  for (const [query, reference] of [
    ['ØSTERGAARD ida', 'aaaa1111'],
    ['12345678', 'aaaa1111'],
    ['0045 1234 5678', 'aaaa1111'],
    // As a telephone shows who rang.
    ['4520304050', 'dddd4444'],
    ['kano', 'bbbb2222'],
    ['ketamin', 'cccc3333'],
    ['cccc33', 'cccc3333'],
    ['engelsk', 'eeee5555'],
    ['English', 'eeee5555'],
    ['Polsk', 'ffff6666'],
    ['mette', 'eeee5555'],
  ] as const) {
    search(query)
    expect([query, cards()]).toEqual([query, [reference]])
  }
  for (const query of ['findes ikke', 'Bo', 'dansk']) {
    search(query)
    expect([query, cards()]).toEqual([query, []])
  }
  search('findes ikke')
  expect(cards()).toEqual([])
  expect(screen.getByText(da.list.found_zero)).toBeTruthy()
})

test('“Mine” shows what one has, “Ingen har den” what nobody has who is on the team', () => {
  const hasNotes = (who: string, ...events: (readonly ['mine' | 'free', string])[]): OpenedRequest => {
    const notes = events.map(([event, by], n) => ({
      event,
      by,
      at: `${on(3)}T1${n}:00:00Z`,
      text: '',
      mac: `${n}`,
    }))
    const more = { notes: notes as unknown as OpenedRequest['notes'] }
    return opened(who, { request: { identity: 'named', name: who }, more })
  }
  const requests = [
    hasNotes('Ida'),
    hasNotes('Per', ['mine', 'Alva']),
    hasNotes('Fatima', ['mine', 'Alva'], ['free', 'Alva']),
    hasNotes('Omar', ['mine', 'Alva'], ['mine', 'Bo']),
    hasNotes('Kirsten', ['mine', 'Mette']),
    { ...opened('shut'), envelope: null },
  ]
  const names = ['Ida', 'Per', 'Fatima', 'Omar', 'Kirsten']
  const shown = (filter: string): string[] => {
    fireEvent.click(screen.getByRole('button', { name: filter }))
    return names.filter(name => screen.queryByRole('button', { name: new RegExp(name) }))
  }
  const page = (onTeam?: readonly string[]): JSX.Element => (
    <AtDesk requests={requests} session={aSession({ name: 'Alva' })} {...(onTeam && { onTeam })}>
      <Requests openId={null} />
    </AtDesk>
  )
  const { rerender } = render(page(['Alva', 'Bo']))
  expect(shown(da.list.filters.mine)).toEqual(['Per'])
  expect(screen.queryByText(da.list.groups.shut.replace('{{n}}', '1'))).toBeNull()
  expect(shown(da.list.filters.nobody)).toEqual(['Ida', 'Fatima', 'Kirsten'])
  expect(screen.getByText(da.list.groups.shut.replace('{{n}}', '1'))).toBeTruthy()
  expect(within(card('Kirsten')).getByText('Hos Mette (ikke på holdet)')).toBeTruthy()
  expect(shown(da.list.filters.all)).toEqual(names)
  expect(within(card('Omar')).getByText('Hos Bo')).toBeTruthy()
  // As long as the list of members is not known, nobody is said to have left.
  rerender(page())
  expect(shown(da.list.filters.nobody)).toEqual(['Ida', 'Fatima'])
})

test('a talk that is over and of which nobody has noted whether they came has a tag, and a filter of its own', () => {
  const note = { event: 'came', by: 'Bo', at: `${on(3)}T10:00:00Z`, text: '', mac: 'm' }
  const notes = [note] as unknown as OpenedRequest['notes']
  const named = (name: string, held: number, audience = 'adult', more = {}): OpenedRequest =>
    opened(name, { request: { identity: 'named', name, audience }, stored: { held }, more })
  const said = named('Per', 1, 'adult', { notes })
  const filter = (): HTMLElement | null => screen.queryByRole('button', { name: da.list.filters.unsaid })
  show([said, named('Ida', 0), named('Omar', 1, 'relative')])
  expect(filter()).toBeNull()
  cleanup()
  show([said, named('Ida', 1), named('Fatima', 2, 'youth', { notes })])
  expect(within(card('Ida')).getByText(da.list.unsaid)).toBeTruthy()
  expect(within(card('Per')).queryByText(da.list.unsaid)).toBeNull()
  fireEvent.click(filter()!)
  expect(card('Ida')).toBeTruthy()
  expect(card('Fatima')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Per/ })).toBeNull()
})

test('a filter says how many it leaves', () => {
  show([opened('a', { request: { audience: 'youth', wish: 'talk' } }), opened('b')])
  const status = document.querySelector('.search [role=status]')!
  expect(status.textContent).toBe('')
  fireEvent.click(screen.getByRole('button', { name: da.list.filters.youth }))
  expect(status.textContent).toBe('1 fundet')
  fireEvent.click(screen.getByRole('button', { name: da.list.filters.mine }))
  expect(status.textContent).toBe(da.list.found_zero)
})

test('the next request is next in the list as it is narrowed, and below the one that was opened', async () => {
  const young = (id: string): OpenedRequest =>
    opened(id, { stored: { state: 'opened' }, request: { audience: 'youth', alias: `Kano ${id}` } })
  const all = [opened('a'), young('b'), young('c'), opened('d'), young('e')]
  const { rerender } = render(<At openId={null} all={all} />)
  fireEvent.click(screen.getByRole('button', { name: da.list.filters.youth }))
  rerender(<At openId="c" all={all} />)
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(screen.getByRole('button', { name: da.detail.stateSave }))
  fireEvent.click(await screen.findByRole('button', { name: da.detail.next }))
  expect(calls.onOpen).toHaveBeenCalledWith('e')
})

test('after the last of those that a search found, the next request is next in the list', async () => {
  const one = (id: string, alias: string): OpenedRequest =>
    opened(id, { stored: { state: 'opened' }, request: { audience: 'youth', alias } })
  const all = [one('a', 'Rød Sky'), one('b', 'Gul Lampe'), one('c', 'Blå Kano'), one('d', 'Gul Sten')]
  const { rerender } = render(<At openId={null} all={all} />)
  const searchFor = (value: string): void => {
    fireEvent.input(screen.getByLabelText(da.list.search), { target: { value } })
  }
  const next = async (): Promise<void> => {
    fireEvent.click(screen.getByLabelText(da.state.answered))
    fireEvent.click(screen.getByRole('button', { name: da.detail.stateSave }))
    fireEvent.click(await screen.findByRole('button', { name: da.detail.next }))
  }
  searchFor('gul')
  rerender(<At openId="b" all={all} />)
  await next()
  expect(calls.onOpen).toHaveBeenLastCalledWith('d')
  rerender(<At openId={null} all={all} />)
  searchFor('lampe')
  rerender(<At openId="b" all={all} />)
  await next()
  expect(calls.onOpen).toHaveBeenLastCalledWith('c')
})

test('the list for the meeting has all of the young, whoever is searched for', () => {
  const young = (alias: string) => ({
    request: { audience: 'youth', wish: 'anonymous-talk', alias } as const,
  })
  show([
    opened('a', young('Rød Sky')),
    opened('b', young('Blå Kano')),
    opened('c', { request: { alias: 'Gul Bog' } }),
  ])
  fireEvent.click(screen.getByRole('button', { name: da.list.filters.youth }))
  search('Kano')
  expect(screen.queryByRole('button', { name: /Rød Sky/ })).toBeNull()
  const names = [...document.querySelectorAll('#meeting-list tbody td:first-child')].map(
    cell => cell.textContent,
  )
  expect(names.sort()).toEqual(['Blå Kano', 'Rød Sky'])
})
