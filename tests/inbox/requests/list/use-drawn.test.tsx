// In a document
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { OpeningContext } from '../../../../src/inbox/model/desk.ts'
import { FIRST } from '../../../../src/inbox/requests/list/drawn-window.ts'
import { inTurn } from '../../../../src/inbox/shared/in-turn.ts'
import { inSight, useDrawn } from '../../../../src/inbox/requests/list/use-drawn.ts'

afterEach(cleanup)

const COUNT = 40
const IDS = Array.from({ length: COUNT }, (_, n) => `r${n}`)

/** How many were drawn, each time. */
let counts: number[] = []
function Rows(props: { readonly above: number; readonly ids?: readonly string[] }): JSX.Element {
  const { above, ids = IDS } = props
  const { to } = useDrawn(ids, above, ids[0])
  counts.push(to)
  return <p data-testid="drawn">{to}</p>
}

const show = (isOpening: boolean, above = 0): JSX.Element => (
  <OpeningContext.Provider value={isOpening}>
    <Rows above={above} />
  </OpeningContext.Provider>
)
const drawn = (): number => Number(screen.getByTestId('drawn').textContent)

const isDrawn = async (count: number): Promise<void> =>
  waitFor(() => {
    expect(drawn()).toBe(count)
  })
const aMoment = (): Promise<void> => new Promise(done => setTimeout(done, 100))

test('a few rows are drawn at once, those in sight soon, and those out of sight when all are open', async () => {
  const { rerender } = render(show(true))
  expect(drawn()).toBeLessThan(inSight())
  expect(drawn()).toBeGreaterThan(0)
  await waitFor(() => {
    expect(drawn()).toBeGreaterThanOrEqual(inSight())
  })
  await aMoment()
  expect(drawn()).toBeLessThan(COUNT)
  rerender(show(false))
  await isDrawn(COUNT)
})

test('where the network was lost meanwhile, what is open is drawn all the same', async () => {
  render(show(false))
  await isDrawn(COUNT)
})

test('what stands over a list takes its share of what is in sight', async () => {
  const { rerender } = render(show(true, COUNT))
  await aMoment()
  expect(drawn()).toBe(0)
  // Those over it went elsewhere: it fills their place.
  rerender(show(true, inSight() - 2))
  await waitFor(() => {
    expect(drawn()).toBeGreaterThanOrEqual(2)
  })
  await aMoment()
  expect(drawn()).toBeLessThan(inSight())
})

test('narrowed otherwise, a list is drawn anew in turn, a few rows at a time', async () => {
  const others = IDS.map(id => `other-${id}`)
  const { rerender } = render(<Rows above={0} ids={others} />)
  await isDrawn(COUNT)
  counts = []
  rerender(<Rows above={0} />)
  await isDrawn(COUNT)
  const steps = counts.map((count, n) => count - (counts[n - 1] ?? 0))
  expect(Math.max(...steps)).toBeLessThanOrEqual(FIRST)
  // A row that comes later is drawn at once.
  rerender(<Rows above={0} ids={[...IDS, 'late']} />)
  await isDrawn(COUNT + 1)
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
