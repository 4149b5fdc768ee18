import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/index.ts'
import { useCopy } from './copy.ts'

/** Puts a text on the clipboard and says whether that went well. `text` is asked for when the button is pressed. */
export function CopyButton(props: {
  readonly label: string
  readonly copied: string
  readonly text: () => string
  readonly onCopied?: (() => void) | undefined
}): JSX.Element {
  const { t } = useCopy()
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    // A browser may refuse it, or have no clipboard at all: either way something is said.
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(props.text()))
      .then(
        () => true,
        () => false,
      )
    setSaid(done ? props.copied : t('detail.copyFailed'))
    if (done) props.onCopied?.()
  }
  return (
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
  )
}
