// In a document
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/preact'
import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { MailboxState } from '../../../src/app/replies/mailbox-state.ts'
import type { book, Mailbox, write } from '../../../src/app/replies/mailbox.ts'
import type { Said } from '../../../src/app/replies/thread-screen.tsx'
import { dayAndTime } from '../../../src/core/calendar/times.ts'
import type { Language } from '../../../src/core/facts/types.ts'
import { unheard } from './unheard.ts'

// What stands there when the language is changed goes over into the other one, or a voice of that language reads it out.

const fakes = vi.hoisted(() => ({ write: vi.fn<typeof write>(), book: vi.fn<typeof book>() }))
vi.mock('../../../src/app/replies/mailbox.ts', () => fakes)
const { CodeScreen } = await import('../../../src/app/replies/code-screen.tsx')
const { NameScreen } = await import('../../../src/app/replies/name-screen.tsx')
const { ThreadScreen } = await import('../../../src/app/replies/thread-screen.tsx')
const { useBooking } = await import('../../../src/app/replies/use-booking.ts')

const words = { da: makeT('da', allCopy('da')), en: makeT('en', allCopy('en')) }
const mailbox = {
  keys: {},
  answer: {
    messages: [],
    bookings: [],
    bookingsLeft: { 'youth-talk': 2, 'adult-talk': 1, 'relatives-course': 1 },
    closesOn: '2027-02-22',
  },
  thread: { messages: [], gaps: [] },
  unsent: new Set(),
  isWhole: true,
} as unknown as Mailbox // as much of it as these screens look at
const nothing = (): void => undefined
const open = vi.fn<MailboxState['open']>()
const state = { open, prepare: nothing, refresh: () => Promise.resolve(true) } as Partial<MailboxState>

function Spoken(props: { readonly lang: Language; readonly children: ComponentChildren }): JSX.Element {
  const { lang, children } = props
  const citizen = { answers: {}, kept: true } as Citizen
  return (
    <CopyContext.Provider value={{ lang, t: words[lang], today: '2026-11-22' }}>
      <CitizenContext.Provider value={citizen}>{children}</CitizenContext.Provider>
    </CopyContext.Provider>
  )
}

/** The thread, with what was done on the screen before it. */
const thread = (said: Said | null): JSX.Element => (
  <ThreadScreen mailbox={mailbox} state={state as MailboxState} said={said} text="" {...unheard} />
)
function AfterName(): JSX.Element {
  const [said, setSaid] = useState<Said | null>(null)
  return said ? thread(said) : <NameScreen mailbox={mailbox} onBack={nothing} onSent={setSaid} />
}

/** Shown in Danish; `inBoth` looks for the sentence, and then for the same one in English after the change. */
function shownIn(screenOf: () => JSX.Element) {
  const { rerender } = render(<Spoken lang="da">{screenOf()}</Spoken>)
  return (sentence: (lang: Language) => string): void => {
    // As the library compares texts: a space that keeps words on one line is a space.
    const [danish = '', english = ''] = (['da', 'en'] as const).map(lang =>
      sentence(lang).replace(/\s+/g, ' '),
    )
    expect(screen.getAllByText(danish).length).toBeGreaterThan(0)
    rerender(<Spoken lang="en">{screenOf()}</Spoken>)
    expect(screen.queryAllByText(danish)).toEqual([])
    expect(screen.getAllByText(english).length).toBeGreaterThan(0)
  }
}
const type = (name: string, value: string): void => {
  const field = document.querySelector(`[name=${name}]`)
  if (!field) throw new Error(name)
  fireEvent.input(field, { target: { value } })
}
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
    await new Promise(done => setTimeout(done))
  })

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('reportError', vi.fn())
})
afterEach(cleanup)

test.each([
  ['nothing', '', (lang: Language) => words[lang]('replies:code.empty')],
  ['too little', 'ABCD', (lang: Language) => words[lang]('replies:code.short', { length: 20, count: 4 })],
  ['a slip', '0000-0000-0000-0000-0001', (lang: Language) => words[lang]('replies:code.check')],
  ['what opens nothing', '0000-0000-0000-0000-0000', (lang: Language) => words[lang]('replies:code.unknown')],
])('a code: %s', async (_, typed, sentence) => {
  open.mockResolvedValue('unknown')
  const inBoth = shownIn(() => <CodeScreen ready state={state as MailboxState} onOpen={nothing} />)
  type('code', typed)
  await press(words.da('replies:code.button'))
  inBoth(sentence)
})

test('a message of nothing', async () => {
  const inBoth = shownIn(() => thread(null))
  await press(words.da('replies:write.button'))
  inBoth(lang => words[lang]('replies:write.empty'))
})

test.each([
  ['sent', 'replies:name.done'],
  ['waiting', 'replies:write.waiting'],
] as const)('a name that is %s', async (outcome, key) => {
  fakes.write.mockResolvedValue(outcome)
  const inBoth = shownIn(() => <AfterName />)
  type('name', 'Karen Eksempel')
  await press(words.da('replies:name.button'))
  inBoth(lang => words[lang](key))
})

test('a time that was got', async () => {
  const date = { startsAt: '2026-12-07T13:00:00Z', minutes: 45 }
  fakes.book.mockResolvedValue({
    kind: 'ok',
    value: { id: 'booking', slotId: 'slot', kind: 'youth-talk', dates: [date], place: 'house' },
  })
  const got: Said[] = []
  const toBook = {
    mailbox,
    kind: 'youth-talk',
    moving: null,
    onBooked: (said: Said) => got.push(said),
    onNoneLeft: nothing,
  } as const
  const wrapper = ({ children }: { children: ComponentChildren }) => <Spoken lang="da">{children}</Spoken>
  const { result } = renderHook(() => useBooking(toBook, nothing), { wrapper })
  await act(() => {
    result.current.setSlotIds(['slot'])
  })
  await act(async () => {
    result.current.submit()
    await new Promise(done => setTimeout(done))
  })
  const inBoth = shownIn(() => thread(got[0] ?? null))
  inBoth(lang => words[lang]('replies:book.done', { time: dayAndTime(date, lang) }))
})
