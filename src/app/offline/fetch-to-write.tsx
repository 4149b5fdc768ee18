import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { fetchNewest } from './update.ts'

/** To the request in the newest release: written in the one at hand, a message would fail in the same way again. */
export function FetchToWrite({ quiet }: { readonly quiet: boolean }): JSX.Element {
  const { t, href } = useCopy()
  const [busy, setBusy] = useState(false)
  return (
    <Button
      kind={quiet ? 'quiet' : 'primary'}
      busy={busy}
      busyLabel={t('offline:needs.fetching')}
      onClick={() => {
        setBusy(true)
        fetchNewest(href('contact')).catch(reportError)
      }}
    >
      {t('offline:needs.fetch')}
    </Button>
  )
}
