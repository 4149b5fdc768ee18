// In a document
import { cleanup, fireEvent, render } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFlowBehind } from '../../../src/app/flow/flow-behind.ts'

function End({ on }: { readonly on: boolean }): JSX.Element {
  useFlowBehind(on)
  return (
    <>
      <a href="/akut">Akut hjælp</a>
      <a href="#main">Gå til indholdet</a>
    </>
  )
}

const went = vi.fn()
const stay = (event: Event): void => {
  event.preventDefault()
}
beforeEach(() => {
  vi.spyOn(history, 'go').mockImplementation(went)
  history.replaceState({ step: 4, depth: 3 }, '')
  addEventListener('click', stay)
})
afterEach(() => {
  cleanup()
  removeEventListener('click', stay)
  vi.restoreAllMocks()
  went.mockClear()
})

test('at its end a flow lies behind: one press of Back leads out of it', () => {
  const { rerender } = render(<End on={false} />)
  expect(went).not.toHaveBeenCalled()
  rerender(<End on />)
  expect(went).toHaveBeenCalledExactlyOnceWith(-3)
})

test('help that was pressed while the message was on its way is not taken back when it arrives', () => {
  const { rerender, getByText } = render(<End on={false} />)
  fireEvent.click(getByText('Akut hjælp'))
  rerender(<End on />)
  expect(went).not.toHaveBeenCalled()
  // Come back to: the page that was left stands here again.
  dispatchEvent(new Event('pageshow'))
  dispatchEvent(new Event('popstate'))
  expect(went).toHaveBeenCalledExactlyOnceWith(-3)
})

test('a link to a place on the page leads nowhere else', () => {
  const { rerender, getByText } = render(<End on={false} />)
  fireEvent.click(getByText('Gå til indholdet'))
  rerender(<End on />)
  expect(went).toHaveBeenCalledExactlyOnceWith(-3)
})
