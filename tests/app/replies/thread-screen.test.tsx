// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Mailbox } from '../../../src/app/replies/mailbox.ts'
import type { MailboxState } from '../../../src/app/replies/mailbox-state.ts'
import { unheard } from './unheard.ts'

vi.mock('../../../src/app/replies/bookings.tsx', () => ({ Bookings: () => <p>times</p> }))
vi.mock('../../../src/app/replies/write-form.tsx', () => ({ WriteForm: () => <p>write</p> }))
vi.mock('../../../src/app/replies/message-list.tsx', () => ({ MessageList: () => <p>messages</p> }))
const { ThreadScreen } = await import('../../../src/app/replies/thread-screen.tsx')

const t = makeT('da', allCopy('da'))

/** A mailbox with these messages, by who wrote them, and with a time or without. */
function mailboxOf(from: readonly ('staff' | 'citizen')[], booked: boolean): Mailbox {
  const mailbox = {
    keys: {},
    answer: { messages: [], bookings: booked ? [{}] : [], bookingsLeft: {}, closesOn: '2027-02-22' },
    thread: {
      messages: from.map((one, at) => ({
        id: `${at}`,
        status: 'genuine',
        message: { from: one, text: 'Hej' },
      })),
      gaps: [],
    },
    unsent: new Set(),
    isWhole: true,
  }
  return mailbox as unknown as Mailbox // as much of it as the order of the screen looks at
}

const state = { busy: false, stale: false, refresh: () => Promise.resolve(true) } as Partial<MailboxState>
const thread = (mailbox: Mailbox) => (
  <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
    <ThreadScreen mailbox={mailbox} state={state as MailboxState} said={null} text="" {...unheard} />
  </CopyContext.Provider>
)
const order = (): string[] =>
  ['times', 'messages'].sort((one, other) =>
    screen.getByText(one).compareDocumentPosition(screen.getByText(other)) & Node.DOCUMENT_POSITION_FOLLOWING
      ? -1
      : 1,
  )
const heading = (): string | null | undefined => document.querySelector('h1')?.textContent

afterEach(cleanup)

test.each([
  ['a new answer stands before times', ['citizen', 'staff'], true, ['messages', 'times'], '1 svar'],
  ['without an answer the time comes first', ['citizen'], true, ['times', 'messages'], 'Dine svar'],
  [
    'an answer that was answered gives way to the time',
    ['staff', 'citizen'],
    true,
    ['times', 'messages'],
    '1 svar',
  ],
  ['without a time messages come first', [], false, ['messages', 'times'], 'Dine svar'],
  [
    'the heading counts answers, not messages',
    ['staff', 'citizen', 'staff'],
    true,
    ['messages', 'times'],
    '2 svar',
  ],
] as const)('%s', (_, from, booked, shown, title) => {
  render(thread(mailboxOf(from, booked)))
  expect(order()).toEqual(shown)
  expect(heading()).toBe(title)
})

test('an answer that comes while one looks goes before the time; own words move nothing', () => {
  const { rerender } = render(thread(mailboxOf([], true)))
  rerender(thread(mailboxOf(['citizen'], true)))
  expect(order()).toEqual(['times', 'messages'])
  rerender(thread(mailboxOf(['citizen', 'staff'], true)))
  expect(order()).toEqual(['messages', 'times'])
  expect(heading()).toBe('1 svar')
  rerender(thread(mailboxOf(['citizen', 'staff', 'citizen'], true)))
  expect(order()).toEqual(['messages', 'times'])
})

test('where the phone does not say what waits on it, that is told over the messages', () => {
  const mailbox = mailboxOf(['staff'], false)
  const said = /kan ikke ses her lige nu.*‘Se efter nyt’/
  const { rerender } = render(thread({ ...mailbox, isWhole: false }))
  expect(screen.getByText(said).closest('[role=status]')).not.toBeNull()
  rerender(thread(mailbox))
  expect(screen.queryByText(said)).toBeNull()
})
