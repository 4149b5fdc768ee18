import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Fold } from '../../ui/index.ts'

/**
 * A fold that draws what is in it when it is opened for the first time: a form that nobody looks at takes as long to draw
 * as one in sight. Shut again, it stays as it is, with what was typed.
 */
export function LateFold(props: {
  readonly summary: string
  /** Opens it, at first or later. */
  readonly open?: boolean
  readonly onOpen?: () => void
  readonly children: () => ComponentChildren
}): JSX.Element {
  const { summary, open = false, onOpen, children } = props
  const [isDrawn, setDrawn] = useState(open)
  return (
    <Fold
      summary={summary}
      open={open}
      onOpen={() => {
        setDrawn(true)
        onOpen?.()
      }}
    >
      {(isDrawn || open) && children()}
    </Fold>
  )
}
