import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Actions } from './button.tsx'

export interface ConfirmProps {
  /** Whether the question stands in the place of the buttons. */
  readonly asking: boolean
  /** What it is about, read out before the question. */
  readonly label: string
  readonly question: string
  /** The buttons that answer. */
  readonly answers: ComponentChildren
  /** The buttons that stand there before; the one that leads to the question carries `data-asks`. */
  readonly children: ComponentChildren
}

/**
 * "Are you sure?" in the place of the button that was pressed. With that button gone the focus would fall to the page's
 * beginning: it goes to the question, and with a "no" back to the button.
 */
export function Confirm({ asking, label, question, answers, children }: ConfirmProps): VNode {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(asking)
  // Before anything can be pressed: a moment later a quick key would meet the page and not the question.
  useLayoutEffect(() => {
    const to = asking ? '[data-question]' : '[data-asks]'
    if (before.current !== asking) place.current?.querySelector<HTMLElement>(to)?.focus()
    before.current = asking
  }, [asking])
  return (
    <div ref={place}>
      {asking ? (
        <div role="group" class="flow" aria-label={label}>
          <p data-question="" tabIndex={-1}>
            {question}
          </p>
          <Actions>{answers}</Actions>
        </div>
      ) : (
        <Actions>{children}</Actions>
      )}
    </div>
  )
}
