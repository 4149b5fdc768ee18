import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button, Notice } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'

/** Stays in sight while somebody writes further down: what is shown may be old, and nothing written is lost. */
export function Unreachable(props: {
  readonly text: string
  readonly busy: boolean
  readonly again: () => void
}): JSX.Element {
  const { t } = useCopy()
  useEffect(
    () => () => {
      // Its button goes with it; the focus must not fall to the top of the document.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      })
    },
    [],
  )
  return (
    <div class="unreachable">
      <Notice tone="care" live>
        <p>{props.text}</p>
      </Notice>
      <Button kind="quiet" busy={props.busy} busyLabel={t('list.fetching')} onClick={props.again}>
        {t('list.again')}
      </Button>
    </div>
  )
}
