import type { JSX } from 'preact'
import { Fold } from '../../ui/index.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useCopy } from '../shared/copy.ts'

/** The address of this member's calendar feed: when booked times are, and nothing else. */
export function Feed({ token }: { readonly token: string }): JSX.Element {
  const { t } = useCopy()
  const address = `${location.origin}/api/staff/calendar/${token}.ics`
  return (
    <Fold summary={t('feed.title')}>
      <p>{t('feed.text')}</p>
      <p class="feed-address" translate={false}>
        <code>{address}</code>
      </p>
      <CopyButton label={t('feed.copy')} copied={t('feed.copied')} text={() => address} />
      <p>{t('feed.care')}</p>
    </Fold>
  )
}
