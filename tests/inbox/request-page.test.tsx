// In a document
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import type { RequestState, StaffSlot } from '../../src/core/contract/index.ts'
import type { Note } from '../../src/core/sealing/index.ts'
import { IntakeError } from '../../src/inbox/shared/failure.ts'
import type * as reply from '../../src/inbox/model/reply.ts'
import type { Readable } from '../../src/inbox/model/requests.ts'
import { AtDesk, calls } from './at-desk.tsx'
import './frames-at-once.ts'
import { message, on, opened, slot } from './made-up.ts'
import { unfold } from './unfold.ts'
import { eachOnItsOwnPage } from './own-page.ts'

// The intake and sealing are stood in for: what a request says and asks is looked at here.
const intake = vi.hoisted(() => ({
  newest: 0,
  moved: false,
  lost: false,
  sent: [] as unknown[],
  states: [] as unknown[],
  notes: [] as unknown[],
  order: [] as string[],
}))
vi.mock('../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, asked: unknown) => {
    intake.states.push([name, asked])
    intake.order.push(name)
    return intake.moved ? Promise.reject(new IntakeError('state-changed')) : Promise.resolve()
  },
}))
vi.mock('../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, words: object) => Promise.resolve(words),
  sendNote: (_: string, note: unknown) =>
    Promise.resolve(void (intake.notes.push(note), intake.order.push('note'))),
}))
vi.mock('../../src/inbox/model/reply.ts', async importActual => {
  const actual = await importActual<typeof reply>()
  return {
    ...actual,
    prepareReply: (_: unknown, id: string, text: string, seen: ReadonlySet<string>, shown: boolean) =>
      intake.newest > seen.size
        ? Promise.reject(new actual.NewerMessage(['citizen1', 'citizen2']))
        : Promise.resolve({ id, text, seen: seen.size, ...(shown && { shown }) }),
    prepareNotice: (_: unknown, id: string, words: object, seen: ReadonlySet<string>) =>
      intake.newest > seen.size
        ? Promise.reject(new actual.NewerMessage(['staff1']))
        : Promise.resolve({ id, ...words }),
    sendReply: (ready: unknown) =>
      intake.lost
        ? Promise.reject(new IntakeError('unreachable'))
        : Promise.resolve(void intake.sent.push(ready)),
  }
})

const { RequestDetail } = await import('../../src/inbox/requests/detail/request-detail.tsx')

const { UNDO } = await import('../../src/inbox/shared/taking-back.ts')

type More = { all?: readonly Readable[]; next?: Readable; slots?: readonly StaffSlot[] }
const page = (one: Readable, { all = [one], next, slots = [] }: More = {}) => (
  <AtDesk requests={all} slots={slots}>
    <RequestDetail opened={one} next={next} />
  </AtDesk>
)
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
const type = (value: string): boolean => fireEvent.input(field(), { target: { value } })

eachOnItsOwnPage()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  Object.assign(intake, { newest: 0, moved: false, lost: false, sent: [], states: [], notes: [], order: [] })
  vi.stubGlobal('scrollTo', () => undefined)
})

test('signs of crisis: what it may be about, the person’s words, how to call, and to read them oneself', async () => {
  const sign = {
    crises: ['life'],
    text: 'Jeg orker ikke mere',
    on: on(3),
    answered: false,
    passages: [],
  } as const
  const request = { identity: 'named', name: 'Ida', phone: '12 34 56 78', callTimes: ['evening'] }
  render(page(opened('a', { request, more: { signs: [sign] } })))
  const notice = screen.getByRole('heading', { name: da.list.crisis }).closest<HTMLElement>('.notice')!
  const text = notice.textContent
  expect(text).toContain(da.crisis.life)
  expect(text).not.toContain(da.crisis.violence)
  expect(text).toMatch(/3\.\s+november/)
  expect(notice.querySelector('blockquote')?.textContent).toBe('Jeg orker ikke mere')
  expect(text.indexOf(da.values.callTimes.evening)).toBeLessThan(text.indexOf('Ring 12 34 56 78'))
  expect(within(notice).getByRole('link').getAttribute('href')).toBe('tel:12345678')
  expect(text.endsWith(da.crisis.read.replace('{{line.emergency}}', '112'))).toBe(true)
  await Promise.resolve()
})

test('signs of crisis without a number lead to the reply', () => {
  const sign = {
    crises: ['violence'],
    text: 'Han slår mig',
    on: on(3),
    answered: false,
    passages: [],
  } as const
  render(page(opened('a', { more: { signs: [sign] } })))
  expect(screen.getByText(da.crisis.noPhone.split('{{')[0]!, { exact: false })).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
  // Nobody could say whom 112 should go to.
  expect(screen.getByText(da.crisis.readOnly)).toBeTruthy()
  cleanup()
  render(page(opened('b', { more: { signs: [sign], given: { name: 'Ida' } } })))
  expect(screen.getByText(da.crisis.read.replace('{{line.emergency}}', '112'))).toBeTruthy()
})

test('nobody is told to write now to one who has an answer', () => {
  const sign = { crises: ['life'], text: 'x', on: on(3), answered: true, passages: [] } as const
  render(page(opened('a', { stored: { state: 'answered' }, more: { signs: [sign] } })))
  expect(screen.getByRole('heading', { name: da.list.crisisAnswered })).toBeTruthy()
  expect(screen.queryByText(da.crisis.noPhone.split('{{')[0]!, { exact: false })).toBeNull()
  expect(screen.queryByRole('button', { name: da.crisis.suggest })).toBeNull()
})

test('without a number a reply can begin with words in the person’s language, never over what is written', () => {
  const sign = { crises: ['life'], text: 'I want to die', on: on(3), answered: false, passages: [] } as const
  const show = (id: string, request: object): void => {
    cleanup()
    render(page(opened(id, { request, more: { signs: [sign] } })))
  }
  show('a', { language: 'en' })
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toMatch(/^I have read what you wrote\. .* 112\. .* Livslinien, 70 201 201\./)
  expect(document.activeElement).toBe(field())
  type('Hej')
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toBe('Hej')
  expect(intake.sent).toEqual([])
  show('b', { audience: 'youth', wish: 'talk' })
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toMatch(/^Jeg har læst .* BørneTelefonen, 116 111\./)
})

test('violence alone leads to the line on violence; with a number nothing is suggested', () => {
  const sign = {
    crises: ['violence'],
    text: 'Han slår mig',
    on: on(3),
    answered: false,
    passages: [],
  } as const
  render(page(opened('c', { more: { signs: [sign] } })))
  fireEvent.click(button(da.crisis.suggest))
  expect(field().value).toContain('Lev Uden Vold, 1888')
  cleanup()
  render(page(opened('d', { request: { phone: '12345678' }, more: { signs: [sign] } })))
  expect(screen.queryByRole('button', { name: da.crisis.suggest })).toBeNull()
})

test('a number given later was given without being asked when to call', () => {
  const valueOf = (label: string): string | undefined =>
    screen.getByText(label).nextElementSibling?.textContent ?? undefined
  render(page(opened('a', { more: { given: { phone: '12345678' } } })))
  expect(valueOf(da.fields.callTimes)).toBe(da.values.callTimes['not-said'])
  cleanup()
  render(page(opened('a', { request: { phone: '12345678' } })))
  expect(valueOf(da.fields.callTimes)).toBe(da.values.callTimes.any)
})

test('on its own page a request is not called new, since looking at it opens it', () => {
  render(page(opened('a')))
  expect(screen.queryByText(da.state.new)).toBeNull()
  cleanup()
  render(page(opened('a', { stored: { state: 'closed' } })))
  expect(screen.getByText(da.state.closed, { selector: '.tag' })).toBeTruthy()
})

test('a new request that a colleague has moved on meanwhile is fetched again when it is opened', async () => {
  intake.moved = true
  render(page(opened('a')))
  await waitFor(() => {
    expect(calls.again).toHaveBeenCalledOnce()
  })
})

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
})

test('who begins to write has read what came before', async () => {
  const { rerender } = render(page(opened('a')))
  rerender(page(opened('a', { messages: [message('citizen', 1)] })))
  type('Hej')
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.sent)
  expect(intake.sent).toEqual([{ id: 'a', text: 'Hej', seen: 1 }])
})

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
    'Borgeren · 2. november 2026\nJeg vil\ni gang',
    'Torvehuset · 3. november 2026\nHej\nVi ringer',
    'Borgeren · 4. november 2026\nHar sagt sit navn: Ida',
    expect.stringMatching(/^Torvehuset · 5\. november 2026\nBekræftet frist: /),
  ])
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

test('a name that was given is told once; without one it is said what was given', () => {
  const { rerender } = render(
    page(opened('a', { request: { identity: 'named', name: 'Ida', phone: '12345678' } })),
  )
  expect(screen.queryByText(da.fields.identity)).toBeNull()
  expect(screen.queryByText(da.fields.writtenOn)).toBeNull()
  rerender(page(opened('a', { request: { identity: 'number-only', phone: '12345678' }, writtenOn: on(1) })))
  expect(screen.getByText(da.fields.identity).nextElementSibling?.textContent).toBe(
    da.values.nameGiven['number-only'],
  )
  expect(screen.getByText(da.fields.writtenOn)).toBeTruthy()
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

test('what is erased and when stands on the request', () => {
  const said = (state: RequestState): string => {
    cleanup()
    render(page(opened('a', { stored: { state, stateOn: on(4) }, messages: [message('citizen', 1)] })))
    return document.querySelector('form .hint:not([id])')?.textContent ?? ''
  }
  expect(said('opened')).toBe(da.kept.waits)
  expect(said('closed')).toMatch(/tidligst .*31\.\s+januar 2027/)
  expect(said('junk')).toMatch(/slettes .*18\.\s+november 2026/)
})

test('a state that a colleague has changed is not overwritten, and the page says so', async () => {
  render(page(opened('a', { stored: { state: 'opened' } })))
  intake.moved = true
  fireEvent.click(screen.getByLabelText(da.state.answered))
  fireEvent.click(button(da.detail.stateSave))
  expect(await screen.findByText(da.problems['state-changed'])).toBeTruthy()
  expect(calls.again).toHaveBeenCalledOnce()
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

test('a reply whose answer was lost is not sent twice: seen in the thread, its words are gone from the field', async () => {
  // The stand-in for sealing names a message after its request.
  const id = 'staff1'
  const { rerender } = render(page(opened(id)))
  type('Vi ringer i dag')
  intake.lost = true
  fireEvent.click(button(da.reply.button))
  expect(await screen.findByText(da.reply.failed)).toBeTruthy()
  rerender(page(opened(id, { messages: [message('staff', 1)] })))
  expect(await screen.findByText(da.reply.arrived)).toBeTruthy()
  expect(field().value).toBe('')
  expect(screen.queryByText(da.reply.failed)).toBeNull()
})

test('words that were changed after the lost answer stay, and it is said that the first arrived', async () => {
  const { rerender } = render(page(opened('staff1')))
  type('Vi ringer i dag')
  intake.lost = true
  fireEvent.click(button(da.reply.button))
  expect(await screen.findByText(da.reply.failed)).toBeTruthy()
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
  await leadsTo(da.notes.button, da.notes.empty, () => screen.getByLabelText(da.notes.label))
  await leadsTo(da.link.button, da.link.missing, () => screen.getAllByRole('radio', { name: /Ida/ })[0]!)
  fireEvent.click(screen.getByLabelText(da.state.closed))
  await leadsTo(da.detail.stateSave, da.close.missing, () => screen.getByLabelText(da.close.reasons.helped))
  // A second try that is refused leads there again.
  await leadsTo(da.detail.stateSave, da.close.missing, () => screen.getByLabelText(da.close.reasons.helped))
})

test('what the summary says is not said over it as well', () => {
  const request = { substance: 'alcohol' } as const
  const { container, unmount } = render(page(opened('a', { request, stored: { state: 'opened' } })))
  const tags = container.querySelector('.tags')?.textContent
  expect(container.querySelector('.summary')?.textContent).toContain(da.values.substance.alcohol)
  expect(tags).not.toContain(da.values.substance.alcohol)
  expect(tags).not.toContain(da.list.received.replace(' {{day}}', ''))
  unmount()
  // Of one that is new and has nothing more to it, no list is left: an empty one is read out.
  render(page(opened('b', { request, stored: { receivedOn: on(5) } })))
  expect(document.querySelector('.tags')).toBeNull()
})

test('who has it stands over the thread as well', () => {
  const note = { event: 'mine', by: 'Anne', at: '2026-11-04T10:00:00Z', text: '', mac: 'm' }
  render(page(opened('a', { more: { notes: [note] as unknown as Readable['notes'] } })))
  const owner = da.notes.owner.replace('{{name}}', 'Anne')
  expect(screen.getAllByText(owner).some(one => one.className === 'thread-owner')).toBe(true)
})

test('a made-up name that somebody else has too is told apart', () => {
  render(page(opened('3f9a1c2b', { request: { alias: 'Blå Kano' }, more: { mark: '3f9a' } })))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Blå Kano · 3f9a')
  expect(screen.getByText(da.detail.namesake.replace('{{mark}}', '3f9a'))).toBeTruthy()
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

test('before somebody with a time is handed over, the time is told', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
  const talk = slot('s', `${on(9)}T12:00:00Z`, ['a'])
  render(page(opened('a', { stored: { state: 'opened', bookings: talk.bookings } }), { slots: [talk] }))
  fireEvent.click(button(da.detail.copy))
  expect(await screen.findByText(/Personen har en tid: .*9\..november/)).toBeTruthy()
})
