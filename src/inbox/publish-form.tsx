import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, ErrorSummary, Form, Heading, RadioGroup, TextField } from '../ui/index.ts'
import { act, IntakeError } from './api.ts'
import { useCopy } from './copy.ts'
import { limits, toSlot, type PublishError, type PublishFields } from './publish.ts'

const blank: PublishFields = {
  kind: 'youth-talk',
  date: '',
  time: '',
  minutes: '45',
  place: 'house',
  seats: '8',
  room: '',
  counsellor: '',
}

/** Publishes one time. */
export function PublishForm(props: {
  readonly onPublished: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const [fields, setFields] = useState(blank)
  const [errors, setErrors] = useState<readonly PublishError[]>([])
  const [attempt, setAttempt] = useState(0)
  const [said, setSaid] = useState('')
  const set = (change: Partial<PublishFields>): void => {
    setFields(before => ({ ...before, ...change }))
  }
  const sentence = (error: PublishError): string =>
    error.name === 'minutes' || error.name === 'seats'
      ? t(`slots.${error.why}`, limits[error.name])
      : t(`slots.${error.why}`)
  const errorOf = (name: PublishError['name']): string | undefined => {
    const error = errors.find(one => one.name === name)
    return error && sentence(error)
  }
  const text = (name: 'date' | 'time' | 'minutes' | 'seats' | 'room' | 'counsellor') => ({
    name,
    label: t(`slots.${name}`),
    value: fields[name],
    error: name === 'room' || name === 'counsellor' ? undefined : errorOf(name),
    width: 'short' as const,
    autoComplete: 'off',
    onInput: (value: string) => {
      set({ [name]: value })
    },
  })

  const submit = async (): Promise<void> => {
    setSaid('')
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date())
    const slot = toSlot(fields, crypto.randomUUID(), today)
    setAttempt(n => n + 1)
    setErrors(Array.isArray(slot) ? slot : [])
    if (Array.isArray(slot)) return
    try {
      await act('POST', '/api/staff/slots', { slots: [slot] })
      setSaid(t('slots.done'))
      props.onPublished()
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      if (error.problem === 'not-signed-in') props.onSignedOut()
      else setSaid(t('detail.failed'))
    }
  }

  return (
    <Form
      onSubmit={() => {
        void submit()
      }}
    >
      <Heading level={2}>{t('slots.publish')}</Heading>
      <ErrorSummary
        title={t('slots.errorTitle')}
        errors={errors.map(error => ({ name: error.name, text: sentence(error) }))}
        attempt={attempt}
      />
      <RadioGroup
        name="kind"
        legend={t('slots.kind')}
        options={(['youth-talk', 'adult-talk', 'relatives-course'] as const).map(value => ({
          value,
          label: t(`slots.kinds.${value}`),
        }))}
        value={fields.kind}
        onChange={kind => {
          set({ kind })
        }}
      />
      <TextField {...text('date')} type="date" />
      <TextField {...text('time')} type="time" />
      <TextField {...text('minutes')} inputMode="numeric" />
      {fields.kind === 'relatives-course' && <TextField {...text('seats')} inputMode="numeric" />}
      <RadioGroup
        name="place"
        legend={t('slots.place')}
        options={(['house', 'telephone'] as const).map(value => ({
          value,
          label: t(`slots.places.${value}`),
        }))}
        value={fields.place}
        onChange={place => {
          set({ place })
        }}
      />
      <TextField {...text('room')} optional hint={t('slots.staffOnly')} />
      <TextField {...text('counsellor')} optional hint={t('slots.staffOnly')} />
      <p>
        <Button type="submit">{t('slots.button')}</Button> <span role="status">{said}</span>
      </p>
    </Form>
  )
}
