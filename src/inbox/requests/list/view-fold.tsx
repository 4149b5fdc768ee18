import type { JSX } from 'preact'
import { useDraft, VIEW } from '../../shared/drafts.ts'

/** A fold that stays as it was when one comes back, and draws what is in it only when it is open. */
export function ViewFold(props: {
  readonly name: string
  readonly summary: string
  /** Open whatever was chosen, as while searching. */
  readonly isOpen?: boolean
  readonly children: () => JSX.Element
}): JSX.Element {
  const [kept, setKept] = useDraft(`${VIEW}fold-${props.name}`)
  const open = props.isOpen === true || kept !== undefined
  return (
    <details
      class="fold"
      open={open}
      onToggle={event => {
        if (event.currentTarget.open !== open) setKept(event.currentTarget.open ? 'open' : undefined)
      }}
    >
      <summary>
        <h2>{props.summary}</h2>
      </summary>
      <div class="flow">{open && props.children()}</div>
    </details>
  )
}
