import type { JSX } from 'preact'
import { Notice } from '../../ui/index.ts'
import type { IntakeError } from './api.ts'
import { useCopy } from './copy.ts'

/** Why it was not sent: the intake cannot be reached now, or the request is there no more. */
export function NotSent(props: {
  readonly failed: IntakeError['problem'] | null
  /** Whether there is a text that could seem lost. */
  readonly written?: boolean
}): JSX.Element | null {
  const { t } = useCopy()
  const { failed, written = false } = props
  if (failed === null) return null
  const gone = failed === 'not-found' || failed === 'erased'
  return (
    <Notice tone="care" live>
      <p>{t(gone ? 'reply.gone' : written ? 'reply.failed' : 'detail.failed')}</p>
    </Notice>
  )
}
