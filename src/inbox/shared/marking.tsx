import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Button } from '../../ui/index.ts'
import { useCopy } from './copy.ts'
import { useStaggered } from './later.tsx'

/** What is marked, by its id; null when nothing is being marked. */
export type Marking = {
  readonly marked: ReadonlySet<string> | null
  readonly setMarked: (marked: ReadonlySet<string> | null) => void
}
export const MarkingContext = createContext<Marking>({ marked: null, setMarked: () => undefined })

/** How much of a frame a box takes: all of a long list at once would hold up the press that asked for them. */
const SHARE = 1 / 8

/** The box on a card or in a row, while several are being marked. */
export function MarkBox(props: { readonly id: string; readonly label: string }): JSX.Element | null {
  const { t } = useCopy()
  const { marked, setMarked } = useContext(MarkingContext)
  const isShown = useStaggered(marked !== null, SHARE)
  if (!isShown) return null
  return (
    <input
      type="checkbox"
      class="mark"
      aria-label={t('marking.mark', { who: props.label })}
      checked={marked?.has(props.id) ?? false}
      onChange={event => {
        // One that is about to go marks nothing any more.
        if (marked === null) return
        const next = new Set(marked)
        if (event.currentTarget.checked) next.add(props.id)
        else next.delete(props.id)
        setMarked(next)
      }}
    />
  )
}

/** Lets several be marked. The focus comes back to it by `data-begins`. */
export function BeginMarking(props: { readonly onBegin: () => void }): JSX.Element {
  const { t } = useCopy()
  const { setMarked } = useContext(MarkingContext)
  return (
    <button
      type="button"
      class="link"
      data-begins=""
      onClick={() => {
        props.onBegin()
        setMarked(new Set())
      }}
    >
      {t('marking.begin')}
    </button>
  )
}

/** Leaves the marks, and all that was marked as it was. */
export function EndMarking(props: { readonly onEnd?: () => void }): JSX.Element {
  const { t } = useCopy()
  const { setMarked } = useContext(MarkingContext)
  return (
    <Button
      kind="quiet"
      onClick={() => {
        props.onEnd?.()
        setMarked(null)
      }}
    >
      {t('marking.end')}
    </Button>
  )
}
