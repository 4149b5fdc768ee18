// In a document
import { card, eachAtTen, intake, search, show, toneOf } from './at-list.tsx'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { calls } from '../at-desk.tsx'
import { message, on, opened, slot } from '../made-up.ts'

eachAtTen()

test('the list stands in groups that say how many; the whole card opens', () => {
  const sign = { crises: ['life'], text: 'x', on: on(2), answered: false, passages: [] } as const
  show([
    opened('a', { more: { signs: [sign], given: { name: 'Ada' } } }),
    opened('b', { request: { alias: 'Rød Sky', message: 'Hej\ndu' } }),
    opened('c', { request: { alias: 'Blå Kano' } }),
    opened('d', { stored: { state: 'closed' }, request: { alias: 'Gul Lampe' } }),
  ])
  expect(screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent)).toEqual([
    'Tegn på krise (1)',
    'Nye (2)',
    'Overført eller lukket (1)',
  ])
  // The heading above has said so.
  expect(within(card('Ada')).queryByText(da.list.crisis)).toBeNull()
  expect(within(card('Ada')).getByText(da.list.noNumber)).toBeTruthy()
  // The heading has said that it is new.
  expect(within(card('Rød Sky')).queryByText(da.state.new)).toBeNull()
  expect(within(card('Rød Sky')).getByText(/^Hej\s+du$/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /Blå Kano/ }))
  expect(calls.onOpen).toHaveBeenCalledWith('c')
})

test('a tag tells the booked time itself, the language and what it is about', () => {
  const booking = { id: 'b', requestId: 'a', slotId: 's', kind: 'adult-talk' } as const
  const request = { alias: 'Rød Sky', language: 'arabisk', substance: 'both' }
  show([opened('a', { request, stored: { bookings: [booking] } })], [slot('s', `${on(26)}T11:00:00Z`, ['a'])])
  expect(within(card('Rød Sky')).getByText(/^Tid: torsdag (den )?26\. november kl\. 12\.00$/)).toBeTruthy()
  expect(within(card('Rød Sky')).getByText('Tolk: arabisk')).toBeTruthy()
  expect(within(card('Rød Sky')).getByText(da.values.substance.both)).toBeTruthy()
})

test('who shows signs of crisis is told apart by whether they can be called', () => {
  const signs = [{ crises: ['life'], text: 'x', on: on(2), answered: false, passages: [] }] as const
  show([
    opened('a', { request: { alias: 'Rød Sky' }, more: { signs } }),
    opened('b', { request: { alias: 'Blå Kano' }, more: { signs, given: { phone: '12345678' } } }),
    opened('c', { request: { alias: 'Gul Lampe', phone: '12345678' } }),
  ])
  expect(within(card('Rød Sky')).getByText(da.list.noNumber)).toBeTruthy()
  expect(within(card('Blå Kano')).getByText(da.list.mayCall)).toBeTruthy()
  expect(within(card('Gul Lampe')).queryByText(da.list.mayCall)).toBeNull()
})

test('an answered sign of crisis is told in its group, whose heading tells nothing of it', () => {
  const signs = [{ crises: ['life'], text: 'x', on: on(2), answered: true, passages: [] }] as const
  show([opened('a', { request: { alias: 'Rød Sky' }, stored: { state: 'answered' }, more: { signs } })])
  expect(within(card('Rød Sky')).getByText(da.list.crisisAnswered)).toBeTruthy()
})

test('the last call, or whether they came, stands on the card; what was written to colleagues does not', () => {
  const note = (event: string, day: number, text = '') => ({
    event,
    text,
    by: 'Bo',
    at: `${on(day)}T09:00:00Z`,
  })
  const notes = [note('no-answer', 9), note('came', 12), note('text', 13, 'Husk nøglen')]
  show([
    opened('a', { request: { alias: 'Rød Sky' }, more: { notes } as object }),
    opened('b', { request: { alias: 'Blå Kano' } }),
  ])
  expect(card('Rød Sky').textContent).toContain(`${da.notes.events.came} 12. november`)
  expect(card('Rød Sky').textContent).not.toContain(da.notes.events['no-answer'])
  expect(card('Rød Sky').textContent).not.toContain('Husk')
})

test('whose time was called off is told so until they write, are written to or book again', () => {
  const off = message('staff', 1, { cancels: ['b'] })
  const booking = { id: 'b', requestId: 'c', slotId: 's', kind: 'adult-talk' } as const
  show([
    opened('a', { request: { alias: 'Rød Sky' }, messages: [off] }),
    opened('b', { request: { alias: 'Blå Kano' }, messages: [off, message('citizen', 1)] }),
    opened('c', { request: { alias: 'Gul Lampe' }, messages: [off], stored: { bookings: [booking] } }),
    opened('d', { request: { alias: 'Grå Fugl' }, messages: [message('citizen', 1, { cancels: ['b'] })] }),
  ])
  expect(within(card('Rød Sky')).getByText(da.list.calledOff)).toBeTruthy()
  for (const who of ['Blå Kano', 'Gul Lampe', 'Grå Fugl'])
    expect(within(card(who)).queryByText(da.list.calledOff)).toBeNull()
})

test('who gave a number and nothing else is told by the number', () => {
  show([opened('a', { request: { identity: 'number-only', phone: '+45 20 12 34 56' } })])
  expect(screen.getByRole('button', { name: /\(20 12 34 56\)$/ })).toBeTruthy()
})

test('what it is about is left out when they do not know; ages stand on one line', () => {
  show([opened('a', { request: { audience: 'youth', wish: 'talk', alias: 'Rød Sky', substance: 'unsure' } })])
  expect(within(card('Rød Sky')).queryByText(da.values.substance.unsure)).toBeNull()
  expect(screen.getByRole('button', { name: /Rød Sky/ }).textContent).toContain('15\u2060-\u206017')
})

test('the day the standard names stands out from three days before, and a confirmed one takes its place', () => {
  const treatment = (alias: string): object => ({ request: { alias, wish: 'treatment' } })
  show([
    opened('a', { ...treatment('Far Away'), writtenOn: on(3), stored: { receivedOn: on(3) } }),
    opened('b', { ...treatment('Near'), stored: { receivedOn: on(2) } }),
    opened('c', { ...treatment('Confirmed'), messages: [message('staff', 1, { confirms: on(20) })] }),
  ])
  expect(toneOf('Far Away', /^Frist på 14 dage: /)).toBeNull()
  expect(toneOf('Near', /^Frist på 14 dage: /)).toBe('new')
  expect(toneOf('Near', /^Frist på 7 dage: overskredet 4 dage/)).toBe('late')
  expect(screen.getByText('Frist overskredet eller tæt på (3)')).toBeTruthy()
  expect(toneOf('Confirmed', /^Bekræftet frist: /)).toBeNull()
  expect(within(card('Confirmed')).queryByText(/^Frist på 14 dage: /)).toBeNull()
})

test('one that does not open stands last by itself, is not called new, and is closed with a reason', async () => {
  show([{ ...opened('shut'), envelope: null }, opened('a')])
  const fold = screen.getByText('Kan ikke åbnes (1)').closest('details')!
  fold.open = true
  fireEvent(fold, new Event('toggle'))
  expect(within(fold).queryByText(da.state.new)).toBeNull()
  expect(await within(fold).findByText(da.list.unreadableText_one)).toBeTruthy()
  // Several would be told apart by nothing else.
  const asks = (): HTMLElement => within(fold).getByRole('button', { name: `${da.list.close} shut` })
  fireEvent.click(asks())
  expect(document.activeElement).toBe(within(fold).getAllByRole('radio')[0])
  fireEvent.click(within(fold).getByRole('button', { name: da.detail.closeNot }))
  expect(document.activeElement).toBe(asks())
  fireEvent.click(asks())
  fireEvent.click(within(fold).getByRole('button', { name: da.list.close }))
  expect(await within(fold).findByText(da.close.missing)).toBeTruthy()
  expect(intake.states).toEqual([])
  fireEvent.click(within(fold).getByRole('radio', { name: da.close.shutReasons.keys }))
  fireEvent.click(within(fold).getByRole('button', { name: da.list.close }))
  await waitFor(() => {
    expect(calls.again).toHaveBeenCalledOnce()
  })
  const why = `Lukket: ${da.close.shutReasons.keys}`
  expect(intake.states).toEqual([
    ['note', { id: 'shut', body: { id: 'n', sealed: why } }],
    ['move', { id: 'shut', body: { from: 'new', state: 'closed', written: 0 } }],
  ])
  cleanup()
  const notes = [{ event: 'text', text: why, by: 'Bo', at: `${on(5)}T10:00:00Z`, mac: 'm' }]
  const closed = opened('shut', {
    stored: { state: 'closed' },
    more: { notes: notes as unknown as OpenedRequest['notes'] },
  })
  show([{ ...closed, envelope: null }])
  fireEvent.click(screen.getByText('Overført eller lukket (1)'))
  expect(await screen.findByText(why)).toBeTruthy()
})

test('a filter counts what stands in the list, and a search also what staff are done with', () => {
  const requests = ['new', 'opened', 'answered', 'closed', 'junk'].map(state =>
    opened(state, { request: { identity: 'named', name: 'Ida' }, stored: { state: state as 'new' } }),
  )
  show(requests)
  const count = (): string => screen.getByLabelText(da.list.search).nextElementSibling?.textContent ?? ''
  expect(count()).toBe('')
  fireEvent.click(screen.getByRole('button', { name: da.list.filters.nobody }))
  expect(count()).toBe('3 fundet')
  search('Ida')
  expect(count()).toBe('5 fundet')
})
