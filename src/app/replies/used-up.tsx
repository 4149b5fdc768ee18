import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Notice } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCopy } from '../copy/copy.ts'

/** Both talks are used or booked: no, and what there is instead. */
export function UsedUp(): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="info" title={t('replies:times.usedUpTitle')} level={3}>
      <p>{t('replies:times.usedUp')}</p>
      {!municipality.confirmed.missedTalkCounts && <p>{t('replies:times.usedUpMissed')}</p>}
      <p>{t('replies:times.usedUpWrite')}</p>
      <p>{t('replies:times.usedUpMore')}</p>
      <p>
        <CallText text={t('replies:times.usedUpLine')} />
      </p>
    </Notice>
  )
}
