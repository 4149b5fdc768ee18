/** The rows of a list that are drawn: from the one with this number on, up to but without the other. */
export type Drawn = { readonly from: number; readonly to: number }

/** Where a row stood when the list was left, in pixels of the page: its top, and how far down the next one begins. */
export type RowPlace = readonly [top: number, height: number]

/** How the list stood when it was left. */
export type Left = {
  /** The request that was opened. */
  readonly id: string
  readonly scroll: number
  readonly places: Readonly<Record<string, RowPlace>>
}

/** How many rows are drawn with the list itself. */
export const FIRST = 5
/** How many more one frame draws, of one list: on a slow machine a row takes some 5 ms, and no key must wait for more. */
const STEP = 4

/** The rows of a list that stood in the window when it was left; those of none are a place between two rows. */
export function inWindow(ids: readonly string[], left: Left, height: number): Drawn {
  const isOver = (id: string): boolean => {
    const [top, own] = left.places[id] ?? [0, 0]
    return top + own <= left.scroll
  }
  const known = ids.filter(id => left.places[id])
  const first = known.find(id => !isOver(id))
  if (first === undefined) return known.length > 0 ? { from: ids.length, to: ids.length } : { from: 0, to: 0 }
  const last = known.findLast(id => (left.places[id]?.[0] ?? 0) < left.scroll + height && !isOver(id))
  const from = ids.indexOf(first)
  return { from, to: last === undefined ? from : ids.indexOf(last) + 1 }
}

/** What is drawn at once of a list one comes back to: the row that was left and those beside it. */
export function firstBack(ids: readonly string[], left: Left, sight: Drawn): Drawn {
  const at = ids.indexOf(left.id)
  if (at === -1) return { from: sight.from, to: sight.from }
  const from = Math.max(0, at - Math.floor(FIRST / 2))
  return { from, to: Math.min(ids.length, from + FIRST) }
}

/**
 * What is drawn at once of a list that has been narrowed otherwise: what was drawn of it before stays, and with it come as
 * few others as with a new list.
 * @param drawn the rows that were drawn
 * @param above how many rows stand over these
 */
export function narrowedAnew(ids: readonly string[], drawn: ReadonlySet<string>, above: number): Drawn {
  let others = Math.max(0, FIRST - above)
  const to = ids.findIndex(id => !drawn.has(id) && others-- <= 0)
  return { from: 0, to: to === -1 ? ids.length : to }
}

/**
 * What is drawn next: first what is in sight, then what comes below it, then what stands over it.
 * @param all whether the rows out of sight are to be drawn as well
 * @returns null when there is nothing more to draw
 */
export function grown({ from, to }: Drawn, sight: Drawn, count: number, all: boolean): Drawn | null {
  if (to < Math.min(sight.to, count)) return { from, to: to + STEP }
  if (from > sight.from) return { from: Math.max(0, from - STEP), to }
  if (!all) return null
  if (to < count) return { from, to: to + STEP }
  return from > 0 ? { from: Math.max(0, from - STEP), to } : null
}

/** Pixels that these rows took, which are not drawn yet: the others stand where they stood. */
export const heightOf = (ids: readonly string[], left: Left | null): number =>
  ids.reduce((sum, id) => sum + (left?.places[id]?.[1] ?? 0), 0)
