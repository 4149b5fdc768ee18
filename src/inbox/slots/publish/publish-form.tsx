import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlotPost } from '../../../core/contract/index.ts'
import { Button, ErrorSummary, Form, RadioGroup, TextField, useSubmit } from '../../../ui/index.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { useDesk } from '../../model/desk.ts'
import { AskDoubts } from './ask-doubts.tsx'
import { CourseDates } from './course-dates.tsx'
import { doubtsOf, twiceOf } from './doubts.ts'
import { limits, MOST_AT_ONCE, toSlots, type PublishError, type PublishFields } from './publish.ts'
import { lookFirst, PublishedMeanwhile } from './look-first.ts'
import { Meanwhile } from './meanwhile.tsx'
import { PublishPreview } from './publish-preview.tsx'
import { PUBLISHING, useDraft } from '../../shared/drafts.ts'
import { FailedNotice } from '../../shared/failed-notice.tsx'
import { useSending } from '../../shared/use-sending.ts'

const blank: PublishFields = {
  kind: undefined,
  date: '',
  time: '',
  more: [],
  minutes: '45',
  inARow: '1',
  pause: '15',
  weeks: '1',
  place: 'house',
  seats: '8',
  room: '',
  counsellor: '',
}

/** Whether a time was begun and not published. @param kept what the drafts hold of the form */
export const isBegun = (kept: string | undefined): boolean => {
  const { date, time } = kept === undefined ? blank : (JSON.parse(kept) as PublishFields)
  return date !== '' || time !== ''
}

const isCounted = (name: string): name is keyof typeof limits => name in limits

const isErrors = (made: SlotPost[] | PublishError[]): made is PublishError[] => 'why' in (made[0] ?? {})

/** Publishes times: one, several in a row, the same each week, or a course with its dates. */
export function PublishForm(props: {
  /** Gets the first day of what was published, `YYYY-MM-DD`. */
  readonly onPublished: (day: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { slots, again } = useDesk()
  // Kept while one looks at something else: a row of dates takes long to type.
  const [kept, setKept] = useDraft(PUBLISHING)
  const fields = kept === undefined ? blank : (JSON.parse(kept) as PublishFields)
  const setFields = (next: PublishFields): void => {
    setKept(JSON.stringify(next))
  }
  const [errors, setErrors] = useState<readonly PublishError[]>([])
  const [said, setSaid] = useState('')
  /** A colleague was quicker: what they published is to be looked at first. */
  const [isBehind, setBehind] = useState(false)
  const sending = useSending<readonly SlotPost[]>()
  const course = fields.kind === 'relatives-course'
  const set = (change: Partial<PublishFields>): void => {
    setFields({ ...fields, ...change })
    setErrors(before => before.filter(error => !(error.name in change)))
    setSaid('')
    setBehind(false)
  }
  const sentence = ({ name, why }: PublishError): string =>
    isCounted(name) ? t(`slots.${why}`, { ...limits[name], total: MOST_AT_ONCE }) : t(`slots.${why}`)
  /** Away from its field, a number has to be told from the others. */
  const inSummary = (error: PublishError): string =>
    isCounted(error.name) ? `${t(`slots.${error.name}`)}: ${sentence(error)}` : sentence(error)
  const errorOf = (name: string): string | undefined => {
    const error = errors.find(one => one.name === name)
    return error && sentence(error)
  }
  const text = (
    name: 'date' | 'time' | 'minutes' | 'seats' | 'room' | 'counsellor' | 'inARow' | 'pause' | 'weeks',
  ) => ({
    name,
    label: t(`slots.${name}`),
    value: fields[name],
    error: errorOf(name),
    width: 'short' as const,
    autoComplete: 'off',
    onInput: (value: string) => {
      set({ [name]: value })
    },
  })
  const made = toSlots(fields, () => '', Date.now())
  const planned = isErrors(made) ? [] : made
  const doubts = doubtsOf(planned, slots)
  const key = JSON.stringify(fields)
  /** The fields whose times are being asked about: changed ones are asked about again. */
  const [asked, setAsked] = useState<string | null>(null)
  const isAsking = asked === key && doubts.length > 0

  const { attempt, submit } = useSubmit({
    check() {
      setBehind(false)
      setErrors(isErrors(made) ? made : [])
      if (isErrors(made) || made.length === 0) return false
      if (twiceOf(made, slots).length > 0) {
        setErrors([{ name: 'date', why: 'twice' }])
        return false
      }
      const isDoubted = doubts.length > 0 && asked !== key
      setAsked(isDoubted ? key : null)
      return !isDoubted
    },
    async send() {
      let done = false
      try {
        done = await sending.run(
          key,
          async () => {
            await lookFirst(planned, doubts)
            // The ids are made once: sent again after a lost answer, the same times are not published twice.
            return planned.map(slot => ({ ...slot, id: crypto.randomUUID() }))
          },
          slots => call('publishSlots', { body: { slots } }),
        )
      } catch (caught) {
        if (!(caught instanceof PublishedMeanwhile)) throw caught
        setBehind(true)
        again()
      }
      if (!done) return
      setFields({ ...fields, date: '', time: '', more: [] })
      setSaid(t('slots.done', { count: planned.length }))
      props.onPublished(fields.date)
    },
  })

  return (
    <Form onSubmit={submit}>
      <ErrorSummary
        title={t('slots.errorTitle')}
        errors={errors.map(error => ({
          name: error.name.startsWith('more-') ? `${error.name}-date` : error.name,
          text: inSummary(error),
        }))}
        attempt={attempt}
      />
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
          set({ kind })
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
      {course ? (
        <>
          <CourseDates
            fields={fields}
            errorOf={errorOf}
            onChange={more => {
              set({ more })
            }}
          />
          <div class="field-row" data-numbers="">
            <TextField {...text('minutes')} inputMode="numeric" />
            <TextField {...text('seats')} inputMode="numeric" />
          </div>
        </>
      ) : (
        <div class="field-row" data-numbers="">
          <TextField {...text('minutes')} inputMode="numeric" />
          <TextField {...text('inARow')} inputMode="numeric" />
          <TextField {...text('pause')} inputMode="numeric" />
          <TextField {...text('weeks')} inputMode="numeric" />
        </div>
      )}
      {!course && (
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
      )}
      <div class="field-row">
        <TextField {...text('room')} optional hint={t('slots.staffOnly')} />
        <TextField {...text('counsellor')} optional hint={t('slots.staffOnly')} />
      </div>
      <PublishPreview slots={planned} />
      <FailedNotice failed={sending.failed} />
      {isBehind && <Meanwhile />}
      <AskDoubts
        doubts={doubts}
        asking={isAsking}
        busy={sending.busy}
        yes={t('slots.publishAnyway', { count: planned.length })}
        onNo={() => {
          setAsked(null)
        }}
      >
        <Button type="submit" data-asks="" busy={sending.busy} busyLabel={t('slots.publishing')}>
          {t('slots.button')}
        </Button>
        <span role="status">{said}</span>
      </AskDoubts>
    </Form>
  )
}
