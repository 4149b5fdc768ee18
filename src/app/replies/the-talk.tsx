import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { Booking } from '../../core/contract/index.ts'
import { Fold } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/** Where, what to say, how long, and what if one does not come. */
export function TheTalk({ booking }: { readonly booking: Booking }): JSX.Element {
  const { t } = useCopy()
  const { phone } = municipality.place
  const minutes = Math.max(...booking.dates.map(date => date.minutes))
  const course = booking.kind === 'relatives-course'
  return (
    <Fold summary={t('replies:talk.title')}>
      <p>{t(`replies:talk.${booking.place}`)}</p>
      {booking.place === 'telephone' && (
        <>
          <p>{phone === null ? t('replies:talk.noNumber') : t('replies:talk.number', { phone })}</p>
          <p>{t('replies:talk.hide')}</p>
        </>
      )}
      <p>{t('replies:talk.forgot')}</p>
      <p>
        {course && booking.dates.length > 1
          ? t('replies:talk.longCourse', { count: booking.dates.length, minutes })
          : t('replies:talk.long', { minutes })}
      </p>
      {!course && <p>{t('replies:talk.ask')}</p>}
      <p>
        {t('replies:talk.absent')}{' '}
        {booking.kind === 'youth-talk' &&
          municipality.confirmed.missedTalkCounts &&
          t('replies:talk.absentYouth')}
      </p>
    </Fold>
  )
}
