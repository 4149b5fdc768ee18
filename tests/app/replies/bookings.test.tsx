// In a document
import { render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Mailbox } from '../../../src/app/replies/mailbox.ts'
import { dateLines } from '../../../src/core/calendar/times.ts'

vi.mock('../../../src/app/replies/mailbox.ts', () => ({ giveBack: () => Promise.resolve(true) }))
const { Bookings } = await import('../../../src/app/replies/bookings.tsx')

const t = makeT('da', allCopy('da'))

const booking = (day: string) => ({
  id: `booking-${day}`,
  slotId: `slot-${day}`,
  kind: 'youth-talk',
  dates: [{ startsAt: `${day}T13:00:00Z`, minutes: 45 }],
  place: 'house',
})
const days = ['2026-12-07', '2026-12-09']

test('of two times, each button says which one it is for', () => {
  const mailbox = {
    keys: {},
    answer: { messages: [], bookings: days.map(booking), bookingsLeft: { 'youth-talk': 0 } },
    thread: { messages: [], gaps: [] },
    unsent: new Set(),
    isWhole: true,
  } as unknown as Mailbox // as much of it as these times are told from
  const nothing = (): void => undefined
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <Bookings mailbox={mailbox} onBook={nothing} onMove={nothing} onChanged={() => Promise.resolve()} />
    </CopyContext.Provider>,
  )
  for (const day of days) {
    const which = dateLines(booking(day).dates, 'da')[0] ?? ''
    for (const key of ['move', 'giveBack', 'calendar'] as const)
      expect(screen.getAllByRole('button', { name: `${t(`replies:times.${key}`)} ${which}` })).toHaveLength(1)
    screen.getByRole('heading', { level: 3, name: `${t('replies:times.names.youth-talk')} ${which}` })
  }
})
