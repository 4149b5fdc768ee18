import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/index.ts'
import { useCopy } from './copy.ts'

/**
 * Puts a text on the clipboard; where that is refused, it stands there, marked, to be copied by hand. `text` is asked for when
 * the button is pressed.
 */
export function CopyButton(props: {
  readonly label: string
  readonly copied: string
  readonly text: () => string
  /** It has been copied, or stands there to be copied by hand, marked and with the focus. */
  readonly onGiven?: ((byHand: boolean) => void) | undefined
}): JSX.Element {
  const { t } = useCopy()
  const [said, setSaid] = useState('')
  const [byHand, setByHand] = useState<string | null>(null)
  const copy = async (): Promise<void> => {
    const text = props.text()
    // A browser may refuse it, or have no clipboard at all.
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      )
    setSaid(done ? props.copied : t('detail.copyFailed'))
    setByHand(done ? null : text)
    props.onGiven?.(!done)
  }
  return (
    <>
      <p class="act">
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            copy().catch(reportError)
          }}
        >
          {props.label}
        </Button>
        <span role="status">{said}</span>
      </p>
      {byHand !== null && <ByHand text={byHand} />}
    </>
  )
}

/** The text, marked: one key copies it. */
function ByHand({ text }: { readonly text: string }): JSX.Element {
  const { t } = useCopy()
  const ref = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    ref.current?.focus()
    ref.current?.select()
  }, [text])
  return <textarea class="input" ref={ref} aria-label={t('detail.copyText')} rows={6} readOnly value={text} />
}
