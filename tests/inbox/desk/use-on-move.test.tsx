// In a document
import { renderHook } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import type { DeskPlace } from '../../../src/inbox/desk/desk-memory.ts'
import { useOnMove } from '../../../src/inbox/desk/use-on-move.ts'

const list: DeskPlace = { tab: 'requests', openId: null }

test('who goes to a tab or back to the list fetches it again once it is drawn, and quietly when a request is opened', () => {
  const again = vi.fn()
  const quietly = vi.fn()
  const { rerender } = renderHook<unknown, { readonly place: DeskPlace }>(
    ({ place }) => {
      const before = told()
      useOnMove(place, again, quietly)
      // Not while it is being drawn.
      expect(told()).toEqual(before)
    },
    { initialProps: { place: list } },
  )
  function told(): number[] {
    return [again.mock.calls.length, quietly.mock.calls.length]
  }
  rerender({ place: list })
  expect(told()).toEqual([0, 0])
  rerender({ place: { tab: 'requests', openId: 'a' } })
  expect(told()).toEqual([0, 1])
  rerender({ place: { tab: 'requests', openId: 'b' } })
  expect(told()).toEqual([0, 2])
  rerender({ place: list })
  expect(told()).toEqual([1, 2])
  rerender({ place: { tab: 'slots', openId: null } })
  expect(told()).toEqual([2, 2])
  // The tab where one is already: pressed to see what is new.
  rerender({ place: { tab: 'slots', openId: null } })
  expect(told()).toEqual([3, 2])
})
