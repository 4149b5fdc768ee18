// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Mailbox } from '../../../src/app/replies/mailbox.ts'
import { MessageList } from '../../../src/app/replies/message-list.tsx'

const t = makeT('da', allCopy('da'))

function show(messages: readonly object[]): void {
  const entries = messages.map((message, at) => ({
    id: `${at}`,
    status: 'genuine',
    message: { writtenOn: '2026-11-20', text: 'Hej', ...message },
  }))
  const mailbox = { answer: { bookings: [] }, thread: { messages: entries, gaps: [] }, unsent: new Set() }
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      {/* As much of a mailbox as the list looks at. */}
      <MessageList mailbox={mailbox as unknown as Mailbox} />
    </CopyContext.Provider>,
  )
}

afterEach(cleanup)

test('an answer is the house’s; the member’s name stands beside it only where that was wished', () => {
  const place = t('replies:thread.place')
  show([{ from: 'staff', author: 'closed' }, { from: 'staff', by: 'Bo' }, { from: 'citizen' }])
  const writers = Array.from(document.querySelectorAll('.thread-meta strong'), one => one.textContent)
  expect(writers).toEqual([place, `${place} · Bo`, t('replies:thread.you')])
  expect(screen.getAllByText('Hej')).toHaveLength(3)
})
