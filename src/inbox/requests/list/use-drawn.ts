import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { OpeningContext } from '../../model/desk.ts'
import { DraftsContext, VIEW, type Drafts } from '../../shared/drafts.ts'
import { leftAt } from '../../shared/use-return.ts'
import {
  FIRST,
  firstBack,
  grown,
  heightOf,
  inWindow,
  narrowedAnew,
  type Drawn,
  type Left,
  type RowPlace,
} from './drawn-window.ts'
import { inTurn } from '../../shared/in-turn.ts'

/** Pixels of a row where rows are lowest (`list.css`): more never stand in a window. */
const LOWEST_ROW = 48
const PLACES = `${VIEW}rows-list`

/** How many rows fill the window, whatever stands over them. */
export const inSight = (): number => Math.ceil(innerHeight / LOWEST_ROW)

/** Notes where the rows stand, when a request is opened from the list. */
export function noteRows(drafts: Drafts): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.request-list > [data-row]')].map(row => {
    const { top, bottom } = row.getBoundingClientRect()
    return {
      id: row.dataset['row'] ?? '',
      top: Math.round(top + scrollY),
      bottom: Math.round(bottom + scrollY),
      row,
    }
  })
  const places = rows.map(({ id, top, bottom, row }, n): [string, RowPlace] => {
    const next = rows[n + 1]
    return [id, [top, (next?.row.parentElement === row.parentElement ? next.top : bottom) - top]]
  })
  drafts.set(PLACES, JSON.stringify(Object.fromEntries(places)))
}

/** How the list was left, for a member who comes back to it; null at the first time. */
function leftIn(drafts: Drafts): Left | null {
  const at = leftAt(drafts)
  return at && { ...at, places: placesIn(drafts.get(PLACES) ?? '{}') }
}

/** Read once for all the lists of a page. */
let read: { readonly text: string; readonly places: Left['places'] } = { text: '{}', places: {} }

function placesIn(text: string): Left['places'] {
  // Sound: `noteRows` wrote it.
  if (read.text !== text) read = { text, places: JSON.parse(text) as Left['places'] }
  return read.places
}

/**
 * Which of these rows are drawn by now: a few at once, those in sight in the frames after it, and the others once nothing
 * more is being opened. Who comes back finds the row they left where it stood; what stands over it is drawn in turn.
 * @param ids the requests of the rows
 * @param above how many rows stand over these
 * @param narrowed by what the list is narrowed: by something else, it is drawn in turn again
 * @returns `over` and `under`: the pixels that what is not drawn yet takes; `tookOf`: those that a row took when the list was
 * left, up to where the next one begins
 */
export function useDrawn(
  ids: readonly string[],
  above: number,
  narrowed = '',
): Drawn & { over: number; under: number; tookOf: (id: string) => number | undefined } {
  const drafts = useContext(DraftsContext)
  // Each that is opened meanwhile may move the others: what nobody sees need not be drawn and moved each time.
  const isOpening = useContext(OpeningContext)
  const [left] = useState(() => leftIn(drafts))
  const { length: count } = ids
  const sight = left ? inWindow(ids, left, innerHeight) : { from: 0, to: Math.max(0, inSight() - above) }
  const [kept, setKept] = useState(() => ({
    narrowed,
    drawn: left ? firstBack(ids, left, sight) : { from: 0, to: Math.max(0, FIRST - above) },
  }))
  const before = useRef<ReadonlySet<string>>(new Set())
  const isAnew = kept.narrowed !== narrowed
  const drawn = isAnew ? narrowedAnew(ids, before.current, above) : kept.drawn
  const next = grown(drawn, sight, count, !isOpening)
  const key = next && `${next.from} ${next.to}`
  useEffect(
    () =>
      next === null
        ? undefined
        : inTurn(() => {
            setKept({ narrowed, drawn: next })
          }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `next`, which is a new object each time
    [key, narrowed],
  )
  const from = Math.min(drawn.from, count)
  const to = Math.min(drawn.to, count)
  useEffect(() => {
    before.current = new Set(ids.slice(from, to))
    if (isAnew) setKept({ narrowed, drawn: { from, to } })
  }, [ids, from, to, isAnew, narrowed])
  const [over, under] = [heightOf(ids.slice(0, from), left), heightOf(ids.slice(to), left)]
  return { from, to, over, under, tookOf: id => left?.places[id]?.[1] }
}
