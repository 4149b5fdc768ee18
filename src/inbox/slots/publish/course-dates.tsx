import type { JSX } from 'preact'
import { daysAfter } from '../../../core/calendar/days.ts'
import { Button, TextField } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import type { PublishFields, When } from './publish.ts'

/** A course's dates after the first. */
export function CourseDates(props: {
  readonly fields: PublishFields
  readonly errorOf: (name: string) => string | undefined
  readonly onChange: (more: When[]) => void
}): JSX.Element {
  const { t } = useCopy()
  const { fields, errorOf, onChange } = props
  const { more } = fields
  const set = (index: number, change: Partial<When>): void => {
    onChange(more.map((one, at) => (at === index ? { ...one, ...change } : one)))
  }
  return (
    <>
      {more.map((one, index) => (
        <div class="field-row" key={index}>
          <TextField
            name={`more-${index}-date`}
            type="date"
            width="short"
            autoComplete="off"
            label={t('slots.moreDate', { n: index + 2 })}
            error={errorOf(`more-${index}`)}
            value={one.date}
            onInput={date => {
              set(index, { date })
            }}
          />
          <TextField
            name={`more-${index}-time`}
            type="time"
            width="short"
            autoComplete="off"
            label={t('slots.moreTime', { n: index + 2 })}
            value={one.time}
            onInput={time => {
              set(index, { time })
            }}
          />
          <Button
            kind="quiet"
            onClick={() => {
              onChange(more.filter((_, at) => at !== index))
            }}
          >
            {t('slots.removeDate', { n: index + 2 })}
          </Button>
        </div>
      ))}
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            onChange([...more, nextDate(fields)])
          }}
        >
          {t('slots.addDate')}
        </Button>
      </p>
    </>
  )
}

/** A course's next date is proposed a week after the last one. */
function nextDate({ date, time, more }: PublishFields): When {
  const last = more.at(-1) ?? { date, time }
  return { date: /^\d{4}-\d\d-\d\d$/.test(last.date) ? daysAfter(last.date, 7) : '', time: last.time }
}
