import type { JSX } from 'preact'
import { dayAndTime } from '../../../core/calendar/times.ts'
import type { SlotPost } from '../../../core/contract/index.ts'
import { Heading } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { unbroken } from '../../shared/unbroken.ts'

/** What will be there when it is published: how many, what for, where and when. */
export function PublishPreview({ slots }: { readonly slots: readonly SlotPost[] }): JSX.Element | null {
  const { t, lang } = useCopy()
  const [first] = slots
  if (!first) return null
  const dates = slots.flatMap(slot => slot.dates)
  return (
    <div class="flow">
      <Heading level={3}>
        {first.kind === 'relatives-course'
          ? t('slots.previewCourse', {
              days: t('slots.days', { count: dates.length }),
              seats: t('slots.seatsCount', { count: first.seats }),
            })
          : t('slots.preview', { count: slots.length })}
      </Heading>
      <p>
        {t(`slots.kinds.${first.kind}`)} · {t(`values.place.${first.place}`)}
      </p>
      <ul class="plain-list preview">
        {dates.map(date => (
          <li key={date.startsAt}>{unbroken(dayAndTime(date, lang))}</li>
        ))}
      </ul>
    </div>
  )
}
