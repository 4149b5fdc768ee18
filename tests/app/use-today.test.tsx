// In a document
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import type { VNode } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { useToday } from '../../src/app/use-today.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Day(): VNode {
  return <p>{useToday()}</p>
}

test('a page that stood open over night knows the new day when somebody comes back to it', async () => {
  // Only the date: the waiting below needs real timers. 23.30 in Denmark.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-10T22:30:00Z') })
  render(<Day />)
  expect(screen.getByText('2026-01-10')).toBeTruthy()
  vi.setSystemTime(new Date('2026-01-10T23:30:00Z'))
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => {
    expect(screen.getByText('2026-01-11')).toBeTruthy()
  })
})
