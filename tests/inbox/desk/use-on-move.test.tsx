// In a document
import { renderHook } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { useOnMove } from '../../../src/inbox/desk/use-on-move.ts'

type Props = { readonly openId: string | null }

test('back at the list it is fetched again, and quietly when a request is opened', () => {
  const again = vi.fn()
  const quietly = vi.fn()
  const { rerender } = renderHook<unknown, Props>(
    ({ openId }: Props) => {
      useOnMove(openId, again, quietly)
    },
    { initialProps: { openId: null } },
  )
  const told = (): number[] => [again.mock.calls.length, quietly.mock.calls.length]
  rerender({ openId: null })
  expect(told()).toEqual([0, 0])
  rerender({ openId: 'a' })
  expect(told()).toEqual([0, 1])
  rerender({ openId: 'b' })
  expect(told()).toEqual([0, 2])
  rerender({ openId: null })
  expect(told()).toEqual([1, 2])
})
