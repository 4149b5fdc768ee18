// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { FetchedContext, type Fetched } from '../../../../src/inbox/model/desk.ts'
import { IN_SIGHT, useDrawn } from '../../../../src/inbox/requests/list/use-drawn.ts'

afterEach(cleanup)

const COUNT = 40

function Rows(): JSX.Element {
  return <p data-testid="drawn">{useDrawn(COUNT)}</p>
}

/** What was fetched: `left` are not open yet. */
const fetched = (left: number, isOpening: boolean): Fetched => ({
  at: 0,
  busy: false,
  left,
  isOpening,
  done: { finished: 0, junk: 0 },
  openDone: () => undefined,
})
const show = (of: Fetched): JSX.Element => (
  <FetchedContext.Provider value={of}>
    <Rows />
  </FetchedContext.Provider>
)
const drawn = (): number => Number(screen.getByTestId('drawn').textContent)

test('rows out of sight wait while others are being opened, and come when all are', async () => {
  const { rerender } = render(show(fetched(300, true)))
  await new Promise(done => setTimeout(done, 50))
  expect(drawn()).toBe(IN_SIGHT)
  rerender(show(fetched(0, false)))
  await waitFor(() => {
    expect(drawn()).toBe(COUNT)
  })
})

test('where the network was lost meanwhile, what is open is drawn all the same', async () => {
  render(show(fetched(300, false)))
  await waitFor(() => {
    expect(drawn()).toBe(COUNT)
  })
})
