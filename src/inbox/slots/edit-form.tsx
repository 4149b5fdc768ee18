import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { dayOf, timeOf } from '../../core/calendar/days.ts'
import type { SlotChange, SlotTraits, StaffSlot } from '../../core/contract/index.ts'
import { Actions, Button, ErrorSummary, fieldId, Form, TextField, useSubmit } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { useDraft, VIEW } from '../shared/drafts.ts'
import { IntakeError } from '../shared/failure.ts'
import { FailedNotice } from '../shared/failed-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { AskDoubts } from './publish/ask-doubts.tsx'
import { doubtsOf } from './publish/doubts.ts'
import { lookFirst, PublishedMeanwhile } from './publish/look-first.ts'
import { Meanwhile } from './publish/meanwhile.tsx'
import { limits, toSlots, type PublishError, type PublishFields } from './publish/publish.ts'

type Name = 'date' | 'time' | 'minutes' | 'seats' | 'room' | 'counsellor'

/** The fields of the form that published it, filled with a time that is there. */
function fieldsOf({ kind, dates, place, seats, room, counsellor }: StaffSlot): PublishFields {
  const whens = dates.map(({ startsAt }) => ({
    date: dayOf(Date.parse(startsAt)),
    time: timeOf(Date.parse(startsAt)),
  }))
  const [first = { date: '', time: '' }, ...more] = whens
  return {
    kind,
    ...first,
    more,
    minutes: String(dates[0]?.minutes ?? ''),
    inARow: '1',
    pause: '0',
    weeks: '1',
    place,
    seats: String(seats),
    room: room ?? '',
    counsellor: counsellor ?? '',
  }
}

/** What of a time can be changed, as it is. */
const traitsOf = ({ dates, place, seats, room, counsellor }: StaffSlot): SlotTraits => ({
  dates,
  place,
  seats,
  ...(room !== null && { room }),
  ...(counsellor !== null && { counsellor }),
})

/** Corrects a time: room and counsellor always, day and hour as long as nobody has booked it. */
export function EditForm(props: {
  readonly slot: StaffSlot
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { slot } = props
  const { slots, again } = useDesk()
  /** What was typed here, kept while one looks at something else; in the other fields stands what a colleague makes of the time meanwhile. */
  const [kept, setKept] = useDraft(`${VIEW}edit-${slot.id}`)
  // Sound: only this form writes it.
  const typed = JSON.parse(kept ?? '{}') as Partial<PublishFields>
  const fields = { ...fieldsOf(slot), ...typed }
  const [errors, setErrors] = useState<readonly PublishError[]>([])
  const [asked, setAsked] = useState<string | null>(null)
  const sending = useSending<SlotChange>()
  const [isBehind, setBehind] = useState(false)
  const isFree = slot.bookings.length === 0
  const isCourse = slot.kind === 'relatives-course'
  const names: readonly Name[] = [
    ...(isFree && slot.dates.length === 1 ? (['date', 'time', 'minutes'] as const) : []),
    ...(isCourse ? (['seats'] as const) : []),
    'room',
    'counsellor',
  ]
  const nameOf = (name: string): string => `${slot.id}-${name}`
  const [firstName = 'room'] = names
  useEffect(() => {
    document.getElementById(fieldId(`${slot.id}-${firstName}`))?.focus()
  }, [slot.id, firstName])

  const made = toSlots(fields, () => slot.id, Date.now())
  const wrong = made.filter((one): one is PublishError => 'why' in one)
  // What is under way or was published for a day now past is not looked at: only what is asked for can be mended.
  const shownWrong = wrong.filter(({ name }) => names.some(own => own === name))
  const planned = made.flatMap(one => ('why' in one ? [] : [one]))
  const [post] = planned
  const doubts = doubtsOf(
    planned,
    slots.filter(({ id }) => id !== slot.id),
  )
  // Sound: `in` was asked just before.
  const sentence = ({ name, why }: PublishError): string =>
    name in limits ? t(`slots.${why}`, limits[name as keyof typeof limits]) : t(`slots.${why}`)
  const errorOf = (name: string): string | undefined => {
    const error = errors.find(one => one.name === name)
    return error && sentence(error)
  }
  const key = JSON.stringify(fields)

  const { attempt, submit } = useSubmit({
    check() {
      setBehind(false)
      setErrors(shownWrong)
      if (shownWrong.length > 0) return false
      const isDoubted = doubts.length > 0 && asked !== key
      if (isDoubted) setAsked(key)
      return !isDoubted
    },
    async send() {
      const change: SlotChange = {
        dates: post !== undefined && isFree && slot.dates.length === 1 ? post.dates : slot.dates,
        place: slot.place,
        seats: isCourse ? Number(fields.seats) : slot.seats,
        ...(fields.room.trim() && { room: fields.room.trim() }),
        ...(fields.counsellor.trim() && { counsellor: fields.counsellor.trim() }),
        was: traitsOf(slot),
      }
      let done = false
      try {
        done = await sending.run(
          JSON.stringify(change),
          async () => {
            await lookFirst(planned, doubts, slot.id)
            return change
          },
          ready =>
            call('changeSlot', { id: slot.id, body: ready }).catch((error: unknown) => {
              // A colleague or a citizen was quicker: the row has to show how it is now.
              if (error instanceof IntakeError && ['slot-changed', 'slot-booked'].includes(error.problem))
                again()
              throw error
            }),
        )
      } catch (caught) {
        if (!(caught instanceof PublishedMeanwhile)) throw caught
        setBehind(true)
        again()
      }
      if (!done) return
      setKept(undefined)
      props.onDone(t('slots.changed'))
    },
  })

  return (
    <div class="slot-cancel">
      <Form onSubmit={submit}>
        <ErrorSummary
          title={t('slots.errorTitle')}
          errors={errors.map(error => ({ name: nameOf(error.name), text: sentence(error) }))}
          attempt={attempt}
        />
        <div class="field-row">
          {names.map(name => (
            <TextField
              key={name}
              name={nameOf(name)}
              label={t(`slots.${name}`)}
              type={name === 'date' ? 'date' : name === 'time' ? 'time' : 'text'}
              inputMode={name === 'minutes' || name === 'seats' ? 'numeric' : undefined}
              width="short"
              autoComplete="off"
              value={fields[name]}
              error={errorOf(name)}
              onInput={value => {
                setKept(JSON.stringify({ ...typed, [name]: value }))
              }}
            />
          ))}
        </div>
        {!isFree && <p>{t('slots.changeBooked')}</p>}
        <FailedNotice failed={sending.failed} />
        {isBehind && <Meanwhile />}
        <AskDoubts
          doubts={doubts}
          asking={asked === key && doubts.length > 0}
          busy={sending.busy}
          yes={t('slots.saveAnyway')}
          onNo={() => {
            setAsked(null)
          }}
        >
          <Actions>
            <Button type="submit" data-asks="" busy={sending.busy} busyLabel={t('slots.saving')}>
              {t('slots.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setKept(undefined)
                props.onClose()
              }}
            >
              {t('slots.changeNo')}
            </Button>
          </Actions>
        </AskDoubts>
      </Form>
    </div>
  )
}
