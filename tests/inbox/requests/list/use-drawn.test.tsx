// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { FetchedContext, type Fetched } from '../../../../src/inbox/model/desk.ts'
import { inTurn } from '../../../../src/inbox/requests/list/in-turn.ts'
import { inSight, useDrawn } from '../../../../src/inbox/requests/list/use-drawn.ts'

afterEach(cleanup)

const COUNT = 40

function Rows({ above }: { readonly above: number }): JSX.Element {
  return <p data-testid="drawn">{useDrawn(COUNT, above)}</p>
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
const show = (of: Fetched, above = 0): JSX.Element => (
  <FetchedContext.Provider value={of}>
    <Rows above={above} />
  </FetchedContext.Provider>
)
const drawn = (): number => Number(screen.getByTestId('drawn').textContent)

const isDrawn = async (count: number): Promise<void> =>
  waitFor(() => {
    expect(drawn()).toBe(count)
  })
const aMoment = (): Promise<void> => new Promise(done => setTimeout(done, 100))

test('a few rows are drawn at once, those in sight soon, and those out of sight when all are open', async () => {
  const { rerender } = render(show(fetched(300, true)))
  expect(drawn()).toBeLessThan(inSight())
  expect(drawn()).toBeGreaterThan(0)
  await waitFor(() => {
    expect(drawn()).toBeGreaterThanOrEqual(inSight())
  })
  await aMoment()
  expect(drawn()).toBeLessThan(COUNT)
  rerender(show(fetched(0, false)))
  await isDrawn(COUNT)
})

test('where the network was lost meanwhile, what is open is drawn all the same', async () => {
  render(show(fetched(300, false)))
  await isDrawn(COUNT)
})

test('what stands over a list takes its share of what is in sight', async () => {
  const { rerender } = render(show(fetched(300, true), COUNT))
  await aMoment()
  expect(drawn()).toBe(0)
  // Those over it went elsewhere: it fills their place.
  rerender(show(fetched(300, true), inSight() - 2))
  await waitFor(() => {
    expect(drawn()).toBeGreaterThanOrEqual(2)
  })
  await aMoment()
  expect(drawn()).toBeLessThan(inSight())
})

test('of several lists one goes on in a frame, and one that is gone is passed over', async () => {
  const went: string[] = []
  inTurn(() => went.push('first'))
  inTurn(() => went.push('gone'))()
  inTurn(() => went.push('second'))
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
  await frame()
  expect(went).toEqual(['first'])
  await frame()
  expect(went).toEqual(['first', 'second'])
})
