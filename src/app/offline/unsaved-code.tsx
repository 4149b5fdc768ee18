import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Actions, LinkButton, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { isUnsaved, readDraft } from '../draft/content.ts'
import { lookForDraft } from '../draft/draft.ts'
import { hasDraft } from '../draft/laid.ts'
import { onWithdrawn } from './withdrawn.ts'

/** Whether this tab has put away a receipt whose code nobody has saved yet. */
export async function hasUnsavedCode(): Promise<boolean> {
  const text = hasDraft() ? await lookForDraft() : null
  return text !== null && isUnsaved(readDraft(text).receipt)
}

/** On a page that is only read, after Back from a receipt: the code is not lost, and this is the way to it. */
export function UnsavedCode(): JSX.Element | null {
  const { t, href } = useCopy()
  const [is, setIs] = useState(false)
  useEffect(() => {
    const look = (): void => {
      hasUnsavedCode().then(setIs, reportError)
    }
    look()
    // With its message a code is gone that nobody needs any more.
    return onWithdrawn(look)
  }, [])
  if (!is) return null
  return (
    <Notice tone="info" icon="letter" title={t('offline:unsavedCode.title')} live>
      <p>{t('offline:unsavedCode.text')}</p>
      <Actions>
        <LinkButton kind="quiet" href={href('contact')}>
          {t('offline:unsavedCode.show')}
        </LinkButton>
      </Actions>
    </Notice>
  )
}
