import type { JSX } from 'preact'
import { Notice } from '../../ui/index.ts'
import { useCopy } from './copy.ts'
import { isGone, type Failure } from './failure.ts'
import { sentenceFor } from './failure-words.ts'

/** Why it was not sent. */
export function NotSent(props: {
  readonly failed: Failure | null
  /** Whether there is a text that could seem lost. */
  readonly written?: boolean
  /** What it was, where more than one thing could be meant. */
  readonly what?: string
}): JSX.Element | null {
  const { t } = useCopy()
  const { failed, written = false, what } = props
  if (failed === null) return null
  // No answer is none: it may have been done, and what is sent again arrives once.
  const how = failed === 'unreachable' ? 'perhaps' : 'failed'
  return (
    <Notice tone="care" live>
      {isGone(failed) ? (
        <p>{t('reply.gone')}</p>
      ) : (
        <>
          <p>
            {what === undefined
              ? t(written ? `reply.${how}` : `detail.${how}`)
              : t(how === 'failed' ? 'detail.notSaved' : 'detail.perhapsSaved', { what })}
          </p>
          <p>{sentenceFor(failed, t)}</p>
        </>
      )}
    </Notice>
  )
}

/** The thread has something newer than was on the screen: it is there now, and to be read before this goes. */
export function Newer(): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="care" live>
      <p>{t('reply.newer')}</p>
    </Notice>
  )
}
