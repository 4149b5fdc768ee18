import type { JSX } from 'preact'
import { Notice } from '../../ui/index.ts'
import { useCopy } from './copy.ts'
import type { Failure } from './failure.ts'
import { sentenceFor } from './failure-words.ts'

/** Why something was not saved, read out when it comes; nothing while it has not failed. */
export function FailedNotice({ failed }: { readonly failed: Failure | null }): JSX.Element | null {
  const { t } = useCopy()
  return (
    failed && (
      <Notice tone="care" live>
        <p>{sentenceFor(failed, t)}</p>
      </Notice>
    )
  )
}
