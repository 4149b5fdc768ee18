import type { JSX } from 'preact'
import { RadioGroup, TextField } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { CourseDates } from './course-dates.tsx'
import { countedOf, type PublishFields } from './publish.ts'

/** What there is to say of times that are to be published: for whom, when, how many, and where. */
export function TimeFields(props: {
  readonly fields: PublishFields
  readonly errorOf: (name: string) => string | undefined
  readonly onChange: (change: Partial<PublishFields>) => void
}): JSX.Element {
  const { t } = useCopy()
  const { fields, errorOf, onChange } = props
  const course = fields.kind === 'relatives-course'
  const text = (name: 'date' | 'time' | 'room' | 'counsellor' | ReturnType<typeof countedOf>[number]) => ({
    name,
    label: t(`slots.${name}`),
    value: fields[name],
    error: errorOf(name),
    width: 'short' as const,
    autoComplete: 'off',
    onInput: (value: string) => {
      onChange({ [name]: value })
    },
  })
  return (
    <>
      <RadioGroup
        name="kind"
        legend={t('slots.kind')}
        options={(['youth-talk', 'adult-talk', 'relatives-course'] as const).map(value => ({
          value,
          label: t(`slots.kinds.${value}`),
        }))}
        error={errorOf('kind')}
        value={fields.kind}
        onChange={kind => {
          onChange({ kind })
        }}
      />
      <div class="field-row">
        <TextField
          {...text('date')}
          type="date"
          label={course ? t('slots.moreDate', { n: 1 }) : t('slots.date')}
        />
        <TextField
          {...text('time')}
          type="time"
          label={course ? t('slots.moreTime', { n: 1 }) : t('slots.time')}
        />
      </div>
      {course && (
        <CourseDates
          fields={fields}
          errorOf={errorOf}
          onChange={more => {
            onChange({ more })
          }}
        />
      )}
      <div class="field-row" data-numbers="">
        {countedOf(fields).map(name => (
          <TextField key={name} {...text(name)} inputMode="numeric" />
        ))}
      </div>
      {!course && <PlaceField place={fields.place} onChange={onChange} />}
      <div class="field-row">
        <TextField {...text('room')} optional hint={t('slots.staffOnly')} />
        <TextField {...text('counsellor')} optional hint={t('slots.staffOnly')} />
      </div>
    </>
  )
}

/** Of talks: a course is never by telephone. */
function PlaceField(props: {
  readonly place: PublishFields['place']
  readonly onChange: (change: Pick<PublishFields, 'place'>) => void
}): JSX.Element {
  const { t } = useCopy()
  return (
    <RadioGroup
      name="place"
      legend={t('slots.place')}
      options={(['house', 'telephone'] as const).map(value => ({
        value,
        label: t(`slots.places.${value}`),
      }))}
      value={props.place}
      onChange={place => {
        props.onChange({ place })
      }}
    />
  )
}
