// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi, type Mock } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { CitizenContext, type Citizen, type Receipt as ReceiptData } from '../../../src/app/citizen.ts'
import { inMemory } from '../../../src/app/offline/unsaved.ts'
import { reminderOf } from '../../../src/app/request/receipt-days.tsx'
import { qrOf } from '../../../src/app/request/qr.ts'
import { makeCode, showCode } from '../../../src/core/sealing/return-code.ts'
import type { Answers } from '../../../src/core/request/index.ts'
import { lieInMemory } from '../harness/receipt.ts'

const outbox = vi.hoisted(() => ({ standings: vi.fn() }))
vi.mock('../../../src/app/outbox/outbox.ts', () => ({
  isSilent: () => false,
  onOutbox: () => () => undefined,
  onOutboxChange: () => () => undefined,
  standings: outbox.standings,
  seen: () => Promise.resolve(),
}))
const { Receipt } = await import('../../../src/app/request/receipt.tsx')

const t = makeT('da', allCopy('da'))
const anonymous: Answers = { audience: 'adult', wish: 'advice', identity: 'anonymous' }
const named: Answers = {
  audience: 'adult',
  wish: 'treatment',
  identity: 'named',
  name: 'Karen',
  phone: '12345678',
}
const receiptOf = (answers: Answers, more: Partial<ReceiptData> = {}): ReceiptData => ({
  id: 'an-id',
  code: makeCode(),
  answers,
  state: 'sent',
  slot: null,
  writtenOn: '2026-11-22',
  receivedOn: '2026-11-22',
  ...more,
})
const course: ReceiptData['slot'] = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'relatives-course',
  dates: [{ startsAt: '2026-12-01T17:00:00Z', minutes: 90 }],
  place: 'house',
  seatsLeft: 3,
}

function show(receipt: ReceiptData, kept = true): { setReceipt: Mock; forget: Mock } {
  const acts = { setReceipt: vi.fn(), forget: vi.fn() }
  const citizen: Partial<Citizen> = { receipt, ...acts, kept }
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <CitizenContext.Provider value={citizen as Citizen}>
        <Receipt receipt={receipt} />
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
  return acts
}

beforeEach(() => {
  outbox.standings.mockResolvedValue([])
  vi.stubGlobal('scrollTo', vi.fn())
  vi.stubGlobal('reportError', vi.fn())
})
afterEach(() => {
  cleanup()
  inMemory.clear()
  vi.unstubAllGlobals()
})

test('one of which the phone knows nothing says so, and leads to where the code tells', () => {
  const unknown = receiptOf(anonymous, { state: 'unknown' })
  show(unknown)
  expect(document.querySelector('h1')?.textContent).toBe(t('request:receipt.unknown'))
  expect(document.querySelector('.code-value')?.textContent).toContain(showCode(unknown.code))
  expect(document.body.textContent).not.toContain(t('request:receipt.sent'))
  // The code goes with the receipt: it is let go of only by who has saved it.
  expect(screen.queryByRole('button', { name: t('request:receipt.unknownWrite') })).toBeNull()
  cleanup()
  const { setReceipt, forget } = show({ ...unknown, saved: true })
  fireEvent.click(screen.getByRole('button', { name: t('request:receipt.unknownWrite') }))
  expect(setReceipt).toHaveBeenCalledExactlyOnceWith(null)
  // What is being written in a thread stays.
  expect(forget).not.toHaveBeenCalled()
})

test('as soon as the phone knows again, the receipt says it', async () => {
  const answer = { id: 'an-id', slot: null, receivedOn: '2026-11-23' }
  outbox.standings.mockResolvedValue([{ id: 'an-id', at: 'sent', answer, wished: false }])
  const { setReceipt } = show(receiptOf(anonymous, { state: 'unknown' }))
  await waitFor(() => {
    expect(setReceipt).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'sent', receivedOn: '2026-11-23' }),
    )
  })
})

test.each(['sending', 'waiting', 'sent'] as const)(
  'without a name the code stands right under the heading (%s)',
  state => {
    show(receiptOf(anonymous, { state }))
    const after = document.querySelector('h1')?.nextElementSibling
    expect(after?.querySelector('.code-value')).not.toBeNull()
  },
)

test('where to come and what to say stands with the time, and not after the code', () => {
  const dates = [{ startsAt: '2026-12-01T17:00:00Z', minutes: 45 }]
  const answers: Answers = { ...anonymous, alias: 'Blå Kano' }
  show(receiptOf(answers, { slot: { ...course, kind: 'adult-talk', dates } }))
  const code = document.querySelector('.code-value')
  const alias = screen.getAllByText('Blå Kano')[0]
  expect(code && alias?.compareDocumentPosition(code)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('on paper the page where the code is used is told by its address', () => {
  show(receiptOf(anonymous))
  const link = document.querySelector('[data-address]')
  expect(link?.getAttribute('data-address')).toBe(`${location.origin}/svar`)
})

test('that it has arrived stands there once, where it is read out when it comes', () => {
  show(receiptOf(anonymous))
  const said = screen.getByText(t('request:receipt.sent'))
  expect(said.tagName).toBe('H1')
  expect(said.getAttribute('aria-live')).toBe('polite')
})

test('by name, what happens now comes first', () => {
  show(receiptOf(named))
  const now = screen.getByText(t('request:receipt.now'))
  const code = document.querySelector('.code-value')
  expect(code && now.compareDocumentPosition(code)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('who has booked a course has a place', () => {
  show(receiptOf({ audience: 'relative', wish: 'relatives-course', identity: 'anonymous' }, { slot: course }))
  expect(document.querySelector('h1')?.textContent).toBe(t('request:receipt.bookedCourse'))
})

test('where the phone keeps nothing, the receipt says so until the code is saved', () => {
  show(receiptOf(anonymous), false)
  expect(screen.getByText(t('request:receipt.notKept'))).toBeTruthy()
  cleanup()
  show(receiptOf(anonymous, { saved: true }), false)
  expect(screen.queryByText(t('request:receipt.notKept'))).toBeNull()
})

test.each(['waiting', 'sending', 'sent', 'taken-back'] as const)(
  'once the code is saved the page may be closed, but not while the request lies in it only (%s)',
  state => {
    const said = (): unknown[] =>
      screen
        .getAllByRole('status')
        .map(one => one.textContent)
        .filter(one => [t('offline:waiting.inMemory'), t('request:receipt.savedDone')].includes(one))
    show(receiptOf(anonymous, { state, saved: true }))
    expect(said()).toEqual([t('request:receipt.savedDone')])
    if (state === 'sent' || state === 'taken-back') return
    cleanup()
    lieInMemory('an-id')
    show(receiptOf(anonymous, { state, saved: true }))
    expect(said()).toEqual([t('offline:waiting.inMemory')])
  },
)

describe('a phone whose clock is years off', () => {
  test.each(['2020-01-01', '2031-01-01'])('on %s is told the days counted from the intake’s', writtenOn => {
    show(receiptOf(named, { writtenOn }))
    const told = document.body.textContent.replaceAll('\u00a0', ' ')
    expect(told).toContain('29. november')
    expect(told).toContain('6. december')
    expect(told).toContain('24. november')
    expect(told).not.toContain('januar')
  })

  test('puts the right day in the calendar, with an alarm', () => {
    const text = reminderOf(receiptOf(anonymous, { writtenOn: '2031-01-01' }), 'Husk at kigge')
    expect(text).toContain('DTSTART;VALUE=DATE:20261124')
    expect(text).toContain('TRIGGER:PT17H')
    expect(text).not.toContain('2031')
  })
})

test('the calendar says a word and nothing of us, in its alarm too', () => {
  const text = reminderOf(receiptOf(named, { slot: course }), 'Aftale')
  expect(text).toContain(
    'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Aftale\r\nTRIGGER:-PT2H\r\nEND:VALARM',
  )
  expect(text).not.toMatch(/snak|torvehus|kode|svar/i)
})

test('the picture of a code is a QR code of 25 dots a side, with its three corners', () => {
  const { size, path } = qrOf(showCode(makeCode()))
  expect(size).toBe(25)
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`))
  for (const [x, y] of [
    [0, 0],
    [18, 0],
    [0, 18],
  ] as const) {
    for (let place = 0; place < 7; place++) {
      expect(dark).toContain(`${x + place} ${y}`)
      expect(dark).toContain(`${x} ${y + place}`)
    }
    expect(dark).not.toContain(`${x + 1} ${y + 1}`)
    expect(dark).toContain(`${x + 3} ${y + 3}`)
  }
})

test.each([
  ['course', { audience: 'relative', wish: 'relatives-course', identity: 'anonymous' }, 'timeGoneCourse'],
  ['talk', anonymous, 'timeGone'],
] as const)('who got none of what they wished reads of a %s', (_, wished, key) => {
  show(receiptOf({ ...wished, slotIds: ['a'] }))
  expect(screen.getByText(t(`request:receipt.${key}`))).toBeDefined()
})
