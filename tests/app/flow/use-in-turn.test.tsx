// In a document
import { act, cleanup, render, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useInTurn } from '../../../src/app/flow/use-in-turn.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Long({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  return <main>{parts.slice(0, useInTurn(parts.length)).join(' ')}</main>
}
const drawn = (): string | null => screen.getByRole('main').textContent
const oneTask = async (): Promise<void> => {
  await act(() => {
    vi.advanceTimersToNextTimer()
  })
}

test('the first part is there at once, and each other in a task of its own', async () => {
  render(<Long parts={['one', 'two', 'three']} />)
  expect(drawn()).toBe('one')
  await oneTask()
  expect(drawn()).toBe('one two')
  await oneTask()
  expect(drawn()).toBe('one two three')
  expect(vi.getTimerCount()).toBe(0)
})
