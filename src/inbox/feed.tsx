import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Fold } from '../ui/index.ts'
import { useCopy } from './copy.ts'

/** The address of this member's calendar feed: when booked times are, and nothing else. */
export function Feed({ token }: { readonly token: string }): JSX.Element {
  const { t } = useCopy()
  const [said, setSaid] = useState('')
  const address = `${location.origin}/api/staff/calendar/${token}.ics`

  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    )
    setSaid(t(done ? 'feed.copied' : 'detail.copyFailed'))
  }
  return (
    <Fold summary={t('feed.title')}>
      <p>{t('feed.text')}</p>
      <p class="feed-address" translate={false}>
        <code>{address}</code>
      </p>
      <p class="act">
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            copy().catch(reportError)
          }}
        >
          {t('feed.copy')}
        </Button>
        <span role="status">{said}</span>
      </p>
      <p>{t('feed.care')}</p>
    </Fold>
  )
}
