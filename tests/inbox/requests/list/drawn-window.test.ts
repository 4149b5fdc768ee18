import { expect, test } from 'vitest'
import {
  FIRST,
  firstBack,
  grown,
  heightOf,
  inWindow,
  narrowedAnew,
  type Drawn,
  type Left,
} from '../../../../src/inbox/requests/list/drawn-window.ts'

const ids = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}${n}`)
/** Three lists of thirty below each other, each row 50 pixels high. */
const lists = ['a', 'b', 'c'].map(name => ids(name, 30))
const places = Object.fromEntries(lists.flat().map((id, n) => [id, [n * 50, 50] as const]))
const left = (id: string, scroll: number): Left => ({ id, scroll, places })

/** Each step of a list, from the first drawing to the last. */
function drawing(own: readonly string[], of: Left, height = 800): Drawn[] {
  const sight = inWindow(own, of, height)
  const steps = [firstBack(own, of, sight)]
  for (let next: Drawn | null = steps[0]!; next; next = grown(next, sight, own.length, true)) steps.push(next)
  return steps
}
const sizeOf = ({ from, to }: Drawn): number => to - from

test('back at the list no step draws more than a few rows, however many there are', () => {
  const many = ids('a', 3_000)
  const all = {
    ...left('a2000', 99_700),
    places: Object.fromEntries(many.map((id, n) => [id, [n * 50, 50]])),
  }
  const sizes = drawing(many, all as unknown as Left).map(sizeOf)
  const steps = sizes.map((size, n) => size - (sizes[n - 1] ?? 0))
  expect(Math.max(...steps)).toBeLessThanOrEqual(FIRST)
  expect(sizes.at(-1)).toBeGreaterThanOrEqual(3_000)
})

test('the row that was left is there at once, and what is in sight before anything else', () => {
  const steps = drawing(lists[1]!, left('b10', 1_900))
  expect(steps[0]).toEqual({ from: 8, to: 13 })
  // In sight are the rows from 1,900 to 2,700: b8 to b23.
  const isSeen = steps.findIndex(({ from, to }) => from <= 8 && to >= 24)
  expect(steps[isSeen]!.from).toBe(8)
  expect(steps.at(-1)).toMatchObject({ from: 0 })
})

test('of a list over the window the last rows are drawn first, of one below it the first', () => {
  const of = left('b10', 1_900)
  expect(drawing(lists[0]!, of)[0]).toEqual({ from: 30, to: 30 })
  expect(drawing(lists[2]!, of)[0]).toEqual({ from: 0, to: 0 })
  // Of one that reaches into the window, what is in it.
  expect(inWindow(lists[0]!, left('b0', 1_300), 800)).toEqual({ from: 26, to: 30 })
})

test('what is not drawn takes the room it took, and a request that is new takes none', () => {
  const of = left('b10', 1_900)
  expect(heightOf(lists[1]!.slice(0, 8), of)).toBe(400)
  expect(heightOf(['new'], of)).toBe(0)
  expect(heightOf(lists[1]!, null)).toBe(0)
  expect(drawing(['new', ...lists[1]!], of).at(-1)!.from).toBe(0)
})

test('while others are being opened only what is in sight is drawn', () => {
  expect(grown({ from: 8, to: 24 }, { from: 8, to: 24 }, 30, false)).toBeNull()
})

test('narrowed otherwise, a list keeps the rows it had, and a few come with them', () => {
  const own = ids('a', 30)
  const had = new Set(own.slice(0, 3))
  expect(narrowedAnew(own, had, 0)).toEqual({ from: 0, to: 3 + FIRST })
  expect(narrowedAnew(own, new Set(own), 0)).toEqual({ from: 0, to: 30 })
  // A list over it has taken what is drawn at once.
  expect(narrowedAnew(own, had, FIRST)).toEqual({ from: 0, to: 3 })
  expect(narrowedAnew(own, new Set(), FIRST)).toEqual({ from: 0, to: 0 })
})
