// In a document
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Mailbox } from '../../../src/app/replies/mailbox.ts'

const crisis = vi.hoisted(() => ({ crisesIn: vi.fn(() => []), crisisWarmUps: [vi.fn(), vi.fn()] }))
vi.mock('../../../src/core/request/crisis.ts', () => crisis)
vi.mock('../../../src/app/replies/mailbox.ts', () => ({ write: vi.fn() }))
const { WriteForm } = await import('../../../src/app/replies/write-form.tsx')

const t = makeT('da', allCopy('da'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const form = (text: string, kept: boolean) => {
  const mailbox = { answer: { bookings: [], bookingsLeft: {} } } as unknown as Mailbox // all that the form looks at
  return (
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <CitizenContext.Provider value={{ kept } as Citizen}>
        <WriteForm mailbox={mailbox} text={text} onText={() => undefined} onSent={() => Promise.resolve()} />
      </CitizenContext.Provider>
    </CopyContext.Provider>
  )
}

test('where the phone does not keep what is being written, that is told once there is something to lose', () => {
  const said = t('offline:draftNotKept')
  const { rerender } = render(form('', false))
  expect(screen.queryByText(said)).toBeNull()
  rerender(form('Hej', false))
  expect(screen.getByText(said)).toBeDefined()
  rerender(form('Hej', true))
  expect(screen.queryByText(said)).toBeNull()
})

test('the look-out for a crisis is made ready before the first letter, in which it would be one long task', async () => {
  vi.stubGlobal('requestIdleCallback', (ready: () => void) => setTimeout(ready))
  const mailbox = { answer: { bookings: [], bookingsLeft: {} } } as unknown as Mailbox // all that the form looks at
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <WriteForm mailbox={mailbox} text="" onText={() => undefined} onSent={() => Promise.resolve()} />
    </CopyContext.Provider>,
  )
  await waitFor(() => {
    for (const warmUp of crisis.crisisWarmUps) expect(warmUp).toHaveBeenCalledOnce()
  })
  expect(crisis.crisesIn).not.toHaveBeenCalled()
})
