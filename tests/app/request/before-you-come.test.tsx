// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Receipt } from '../../../src/app/citizen.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { BeforeYouCome, visitorOf } from '../../../src/app/request/before-you-come.tsx'
import { makeCode } from '../../../src/core/sealing/return-code.ts'
import type { Answers } from '../../../src/core/request/index.ts'

afterEach(cleanup)

const receiptOf = (answers: Answers, slot: Receipt['slot'] = null): Receipt => ({
  id: 'an-id',
  code: makeCode(),
  answers,
  state: 'sent',
  slot,
  writtenOn: '2026-11-26',
})
const talk = (kind: 'adult-talk' | 'relatives-course'): Receipt['slot'] => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind,
  dates: [{ startsAt: '2026-12-01T17:00:00Z', minutes: 45 }],
  place: 'house',
  seatsLeft: 3,
})

async function show(receipt: Receipt): Promise<string[]> {
  render(
    <CopyContext.Provider value={{ lang: 'da', t: makeT('da', allCopy('da')), today: '2026-11-26' }}>
      <BeforeYouCome receipt={receipt} />
    </CopyContext.Provider>,
  )
  await screen.findByRole('heading', { level: 2, name: 'Før du kommer' }, { timeout: 5_000 })
  return screen.getAllByRole('heading', { level: 3 }).map(one => one.textContent)
}

test('by the receipt of a talk stands what its minutes contain', async () => {
  expect(await show(receiptOf({ audience: 'adult' }, talk('adult-talk')))).toEqual([
    'Hvad sker der på 45 minutter?',
    'Må jeg tage en ven med?',
    'Hvad, hvis jeg ikke kommer?',
    'Skal jeg have et problem?',
  ])
})

test('of a course no minutes are told: each time is another', async () => {
  const [first] = await show(receiptOf({ audience: 'relative' }, talk('relatives-course')))
  expect(first).toBe('Hvad sker der til den første samtale?')
})

test('who has no booking is not told to cancel one with the code', async () => {
  await show(receiptOf({ audience: 'adult' }))
  screen.getByText(/^Skriv det til Torvehuset med din kode/)
  expect(screen.queryByText(/Meld fra med koden/)).toBeNull()
})

test('who it is for is read from the request', () => {
  const of = (answers: Answers): string => visitorOf({ answers })
  expect(of({ audience: 'youth', wish: 'anonymous-talk' })).toBe('youth-talk')
  expect(of({ audience: 'youth', wish: 'treatment' })).toBe('youth-treatment')
  expect(of({ audience: 'relative' })).toBe('relative')
  expect(of({ audience: 'adult' })).toBe('adult')
})
