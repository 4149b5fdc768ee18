import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { useCopy } from './copy.ts'

/** What is marked, by its id; null when nothing is being marked. */
export type Marking = {
  readonly marked: ReadonlySet<string> | null
  readonly setMarked: (marked: ReadonlySet<string> | null) => void
}
export const MarkingContext = createContext<Marking>({ marked: null, setMarked: () => undefined })

/** The box on a card or in a row, while several are being marked. */
export function MarkBox(props: { readonly id: string; readonly label: string }): JSX.Element | null {
  const { t } = useCopy()
  const { marked, setMarked } = useContext(MarkingContext)
  if (marked === null) return null
  return (
    <input
      type="checkbox"
      class="mark"
      aria-label={t('marking.mark', { who: props.label })}
      checked={marked.has(props.id)}
      onChange={event => {
        const next = new Set(marked)
        if (event.currentTarget.checked) next.add(props.id)
        else next.delete(props.id)
        setMarked(next)
      }}
    />
  )
}
