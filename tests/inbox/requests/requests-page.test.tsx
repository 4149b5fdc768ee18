// In a document
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { inSight } from '../../../src/inbox/requests/list/use-drawn.ts'
import { AtDesk, calls } from '../at-desk.tsx'
import { framesInTurn } from '../frames-at-once.ts'
import { aSession, message, on, opened, slot } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

const intake = vi.hoisted(() => ({ states: [] as unknown[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, asked: unknown) => {
    intake.states.push([name, asked])
    return Promise.resolve({ changed: ['a'], refused: [{ id: 'b', state: 'answered' }] })
  },
}))
vi.mock('../../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, { text }: { text: string }) =>
    Promise.resolve({ id: 'n', sealed: text }),
}))

const { Requests } = await import('../../../src/inbox/requests/requests-page.tsx')
const show = (requests: readonly OpenedRequest[], slots: readonly StaffSlot[] = []): unknown =>
  render(
    <AtDesk requests={requests} slots={slots}>
      <Requests openId={null} />
    </AtDesk>,
  )
const card = (who: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(who) }).closest('li')!
const toneOf = (who: string, text: RegExp): string | null =>
  within(card(who)).getByText(text).getAttribute('data-tone')

eachOnItsOwnPage()
beforeEach(() => {
  intake.states = []
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(13)}T10:00:00Z`) })
})

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

const search = (words: string): boolean =>
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: words } })

test('a person is found by name, made-up name, words, reference, and number with or without country code', () => {
  const phone = '+45 12 34 56 78'
  const requests = [
    opened('aaaa1111-1', { request: { identity: 'named', name: 'Ida Østergaard', phone } }),
    opened('bbbb2222-2', { request: { alias: 'Blå Kano' }, stored: { state: 'closed' } }),
    opened('cccc3333-3', { messages: [message('citizen', 1, { text: 'Jeg skrev om ketamin' })] }),
    opened('dddd4444-4', { request: { identity: 'number-only', phone: '20 30 40 50' } }),
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
  ] as const) {
    search(query)
    expect([query, cards()]).toEqual([query, [reference]])
  }
  search('findes ikke')
  expect(cards()).toEqual([])
  expect(screen.getByText(da.list.found_zero)).toBeTruthy()
})

test('a long group is drawn in slices, what is in sight first, and the rest when asked', async () => {
  framesInTurn()
  show(Array.from({ length: 45 }, (_, n) => opened(`id-${n}`)))
  const count = (): number => document.querySelectorAll('.request-card').length
  expect(count()).toBeLessThan(inSight())
  await waitFor(() => {
    expect(count()).toBe(30)
  })
  fireEvent.click(screen.getByRole('button', { name: 'Vis 15 mere' }))
  await waitFor(() => {
    expect(count()).toBe(45)
  })
})

test('no more is drawn at first than the window holds, however many groups there are', () => {
  framesInTurn()
  const states = ['new', 'opened', 'answered'] as const
  show(Array.from({ length: 60 }, (_, n) => opened(`id-${n}`, { stored: { state: states[n % 3]! } })))
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3)
  expect(document.querySelectorAll('.request-card').length).toBeLessThan(inSight())
})

test('the arrow keys lead from one request to the next', () => {
  show([opened('a', { request: { alias: 'Rød Sky' } }), opened('b', { request: { alias: 'Blå Kano' } })])
  const [first, second] = screen.getAllByRole('button', { name: /^Voksen/ })
  first!.focus()
  fireEvent.keyDown(first!, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second)
  fireEvent.keyDown(second!, { key: 'ArrowUp' })
  expect(document.activeElement).toBe(first)
})

test('a request that moves to another group takes the focus along, and one that was left does not get it back', async () => {
  const listOf = (state: 'new' | 'opened') => (
    <AtDesk requests={[opened('a', { stored: { state }, request: { alias: 'Rød Sky' } }), opened('b')]}>
      <Requests openId={null} />
    </AtDesk>
  )
  const { rerender } = render(listOf('new'))
  const button = (): HTMLElement => screen.getByRole('button', { name: /Rød Sky/ })
  const before = button()
  before.focus()
  rerender(listOf('opened'))
  expect(before.isConnected).toBe(false)
  expect(document.activeElement).toBe(button())
  button().blur()
  await new Promise(done => setTimeout(done, 5))
  rerender(listOf('new'))
  expect(document.activeElement).toBe(document.body)
})

test('several are marked and closed as junk in one act, after a question, each from the state that was seen', async () => {
  show([
    opened('a', { request: { alias: 'Rød Sky' } }),
    opened('b', { request: { alias: 'Blå Kano' }, stored: { state: 'opened' } }),
    opened('c', { request: { alias: 'Gul Lampe' } }),
  ])
  fireEvent.click(screen.getByRole('button', { name: da.marking.begin }))
  fireEvent.click(screen.getByLabelText(/Rød Sky/, { selector: '.mark' }))
  fireEvent.click(screen.getByLabelText(/Blå Kano/, { selector: '.mark' }))
  fireEvent.click(screen.getByRole('button', { name: 'Luk 2 som spam' }))
  expect(intake.states).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: da.marking.yes }))
  expect(await screen.findByText(/^1 er lukket som spam\. 1 er flyttet af en kollega/)).toBeTruthy()
  const requests = [
    { id: 'a', from: 'new', written: 0 },
    { id: 'b', from: 'opened', written: 0 },
  ]
  expect(intake.states).toEqual([['moveSeveral', { body: { state: 'junk', requests } }]])
})

test('what cannot be closed as junk cannot be marked: one of them would have all refused', () => {
  show([
    opened('a', { request: { alias: 'Rød Sky' } }),
    opened('b', { request: { alias: 'Rød Kano' }, stored: { state: 'handed-over' } }),
  ])
  fireEvent.input(screen.getByLabelText(da.list.search), { target: { value: 'Rød' } })
  fireEvent.click(screen.getByRole('button', { name: da.marking.begin }))
  expect(card('Rød Kano').querySelector('.mark')).toBeNull()
  expect(card('Rød Sky').querySelector('.mark')).not.toBeNull()
})

test('a request opened from the times leads back there by name; one that is gone leaves nothing begun behind', async () => {
  vi.stubGlobal('scrollTo', () => undefined)
  const times = <p>Tiderne</p>
  const at = (openId: string | null, requests: readonly OpenedRequest[], under?: typeof times) => (
    <AtDesk requests={requests} slots={[]}>
      <Requests openId={openId} times={under} />
    </AtDesk>
  )
  const { rerender } = render(at('a', [opened('a')], times))
  expect(screen.getByRole('button', { name: da.detail.backToTimes })).toBeTruthy()
  expect(screen.queryByRole('button', { name: da.detail.back })).toBeNull()
  const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
  fireEvent.input(field(), { target: { value: 'Hej' } })
  rerender(at('a', [], times))
  expect(await screen.findByText(da.list.gone)).toBeTruthy()
  expect(screen.getByText('Tiderne')).toBeTruthy()
  rerender(at('a', [opened('a')]))
  expect(screen.getByRole('button', { name: da.detail.back })).toBeTruthy()
  expect(field().value).toBe('')
})

test('a request that is still being opened is not called gone, and what was begun for it stays', async () => {
  vi.stubGlobal('scrollTo', () => undefined)
  const at = (requests: readonly OpenedRequest[], left: number) => (
    <AtDesk requests={requests} left={left}>
      <Requests openId="a" />
    </AtDesk>
  )
  const { rerender, container } = render(at([opened('a')], 0))
  const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
  fireEvent.input(field(), { target: { value: 'Hej' } })
  // The desk was locked and is opened again: others are open before it.
  rerender(at([opened('b')], 1))
  expect(container.textContent).toBe('')
  rerender(at([opened('b'), opened('a')], 0))
  expect(field().value).toBe('Hej')
  rerender(at([opened('b')], 0))
  expect(await screen.findByText(da.list.gone)).toBeTruthy()
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

test('the focus is not lost when marking begins, is left, or has closed some, and what was done is read out', async () => {
  show([opened('a', { request: { alias: 'Rød Sky' } }), opened('b', { request: { alias: 'Blå Kano' } })])
  const button = (name: string): HTMLElement => screen.getByRole('button', { name })
  const isAt = async (name: string): Promise<void> =>
    waitFor(() => {
      expect(document.activeElement).toBe(button(name))
    })
  const begin = button(da.marking.begin)
  const status = document.querySelector('.taken > [role=status]')!
  fireEvent.click(begin)
  await isAt('Luk som spam')
  fireEvent.click(button(da.marking.end))
  await isAt(da.marking.begin)
  fireEvent.click(button(da.marking.begin))
  fireEvent.click(screen.getByLabelText(/Rød Sky/, { selector: '.mark' }))
  fireEvent.click(button('Luk 1 som spam'))
  fireEvent.click(await screen.findByRole('button', { name: da.marking.yes }))
  await isAt(da.marking.begin)
  // The status was there before its words.
  expect(status.isConnected).toBe(true)
  expect(status.textContent).toMatch(/^Ingen er lukket\.|lukket som spam/)
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

test('where more are shown, the focus is on the first of them', async () => {
  show(Array.from({ length: 35 }, (_, n) => opened(`r${n}`, { stored: { receivedOn: on(1 + (n % 9)) } })))
  await waitFor(() => {
    expect(document.querySelectorAll('[data-opens]')).toHaveLength(30)
  })
  const before = [...document.querySelectorAll('[data-opens]')]
  fireEvent.click(screen.getByRole('button', { name: /^Vis 5 mere/ }))
  await waitFor(() => {
    expect(document.activeElement?.hasAttribute('data-opens')).toBe(true)
  })
  expect(before).not.toContain(document.activeElement)
  expect(document.querySelectorAll('[data-opens]')[30]).toBe(document.activeElement)
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

const At = (props: {
  readonly openId: string | null
  readonly all: readonly OpenedRequest[]
}): JSX.Element => (
  <AtDesk requests={props.all}>
    <Requests openId={props.openId} />
  </AtDesk>
)
