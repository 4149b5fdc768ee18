import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Button, type ButtonKind } from './button.tsx'
import { Confirm } from './confirm.tsx'
import type { IconName } from './icon.tsx'
import { useSubmit } from './use-submit.ts'

export interface AskBeforeProps {
  /** What the button says that leads to the question. */
  readonly ask: string
  readonly icon?: IconName | undefined
  /** It looks like a link: for what is seldom wanted beside what is pressed each day. */
  readonly asLink?: boolean | undefined
  /** What it is about, read out before the question; what the button says when left out. */
  readonly label?: string | undefined
  readonly question: string
  readonly yes: string
  readonly yesKind?: ButtonKind | undefined
  /** What "yes" says while it is being done. */
  readonly busyLabel?: string | undefined
  readonly no: string
  /** Does it; one press at a time. @returns whether the question goes: one that stays can be answered again */
  readonly onYes: () => boolean | Promise<boolean>
  /** The question comes, or goes. */
  readonly onAsking?: ((asking: boolean) => void) | undefined
  /** Other buttons, before the one that asks. */
  readonly children?: ComponentChildren
}

/** A button for what is not done at one press: it asks first, in its own place. */
export function AskBefore(props: AskBeforeProps): VNode {
  const { ask, onYes, onAsking } = props
  const [asking, setAsking] = useState(false)
  const set = (next: boolean): void => {
    setAsking(next)
    onAsking?.(next)
  }
  const { busy, submit } = useSubmit({
    async send() {
      if (await onYes()) set(false)
    },
  })
  const toQuestion = (): void => {
    set(true)
  }
  return (
    <Confirm
      asking={asking}
      label={props.label ?? ask}
      question={props.question}
      answers={
        <>
          <Button kind={props.yesKind} busy={busy} busyLabel={props.busyLabel} onClick={submit}>
            {props.yes}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              set(false)
            }}
          >
            {props.no}
          </Button>
        </>
      }
    >
      {props.children}
      {props.asLink ? (
        <button type="button" class="link" data-asks="" onClick={toQuestion}>
          {ask}
        </button>
      ) : (
        <Button kind="quiet" icon={props.icon} data-asks="" onClick={toQuestion}>
          {ask}
        </Button>
      )}
    </Confirm>
  )
}
