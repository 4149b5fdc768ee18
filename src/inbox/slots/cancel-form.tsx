import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { holdsCpr } from '../../core/request/index.ts'
import { MESSAGE_TEXT_MAX } from '../../core/sealing/index.ts'
import { fieldId, Form, MessageField, Notice, RadioGroup, useSubmit } from '../../ui/index.ts'
import {
  calledOff,
  mayStandAtDoor,
  nameOfSlot,
  prepareCancel,
  sendCancel,
  type Cancelled,
  type StaffBooking,
} from './cancel.ts'
import { CancelActions } from './cancel-actions.tsx'
import { doorWords, movedWords } from './door-words.ts'
import { useCopy } from '../shared/copy.ts'
import { cancelKey, useDraft } from '../shared/drafts.ts'
import { IntakeError } from '../shared/failure.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useDesk } from '../model/desk.ts'
import { whoOf } from '../model/title.ts'
import { today } from '../shared/today.ts'
import { useDoubt } from '../shared/use-doubt.ts'
import { useFieldError } from '../shared/use-field-error.ts'
import { useSending } from '../shared/use-sending.ts'

/** Calls a time off with a word to those who have it, and takes it away or leaves it to others. */
export function CancelForm(props: {
  readonly slot: StaffSlot
  /** The date of the slot whose row it stands in. */
  readonly date: StaffSlot['dates'][number]
  readonly onClose: () => void
  /** It is done, and the row may go: what to say instead. */
  readonly onDone: (said: string) => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slot } = props
  const { session, requests, again } = useDesk()
  const name = cancelKey(slot.id)
  const isCourse = slot.kind === 'relatives-course'
  const [text, setText] = useDraft(name)
  const [after, setAfter] = useState<'gone' | 'free'>('gone')
  const [error, setError] = useFieldError(name)
  const sending = useSending<null>()
  const doubts = useDoubt()
  const silent = slot.bookings.filter(
    ({ requestId }) => !requests.find(one => one.stored.id === requestId)?.envelope,
  ).length
  const told = slot.bookings.length - silent
  const atDoorOf = (bookings: readonly StaffBooking[]): string[] =>
    doorWords(mayStandAtDoor(bookings, [slot], requests, today()), t)
  useEffect(() => {
    const field =
      document.getElementById(fieldId(name)) ?? document.getElementById(fieldId(`after-${slot.id}`))
    field?.focus()
  }, [name, slot.id])

  const words = text?.trim()
  const { submit } = useSubmit({
    check() {
      const isLong = (words ?? '').length > MESSAGE_TEXT_MAX
      const doubt = !isLong && holdsCpr(words ?? '') ? t('reply.cpr') : undefined
      const asks = doubts.isNew(doubt)
      setError(isLong ? t('cancel.long') : asks ? doubt : undefined)
      return !isLong && !asks
    },
    async send() {
      let result: Cancelled = { untold: [], moved: [], rebooked: [] }
      const done = await sending.run(
        '',
        () => null,
        // Prepared at each try: who was told by the last, or by a colleague since, is not told again.
        async () => {
          const withdraws = after === 'gone' ? [slot.id] : []
          result = await sendCancel(
            await prepareCancel(session, slot.bookings, requests, { text: words, withdraws }),
          )
          if (result.rebooked.length === 0) return
          // Somebody was quick: the row has to show who has it now.
          again()
          throw new IntakeError('slot-booked')
        },
      )
      if (!done) return
      setText(undefined)
      const { untold, moved } = result
      const had = slot.bookings.filter(one => !moved.includes(one))
      const count = had.length - untold.length
      const names = untold.map(({ requestId }) => {
        const opened = requests.find(one => one.stored.id === requestId)
        return opened ? whoOf(opened, t) : t('slots.shut')
      })
      props.onDone(
        [
          t('cancel.done', { count, when: nameOfSlot(slot, props.date, t, lang) }),
          ...(names.length > 0 ? [t('cancel.untold', { names: names.join(', ') })] : []),
          ...movedWords(moved, requests, t),
          ...atDoorOf(had),
        ].join(' '),
      )
    },
  })
  return (
    <div class="slot-cancel">
      <Form onSubmit={submit}>
        {told > 0 && (
          <MessageField
            name={name}
            label={t('cancel.label', { count: told })}
            hint={t('cancel.hint', { count: told })}
            error={error}
            value={text ?? calledOff(slot.kind, t)}
            onInput={next => {
              setText(next)
              setError(undefined)
              doubts.forget()
            }}
            rows={4}
            maxLength={MESSAGE_TEXT_MAX}
            autoComplete="off"
          />
        )}
        {silent > 0 && <p>{t(told > 0 ? 'cancel.silent' : 'unreadable.text', { count: silent })}</p>}
        {atDoorOf(slot.bookings).map(words => (
          <p key={words}>{words}</p>
        ))}
        <RadioGroup
          name={`after-${slot.id}`}
          legend={t(isCourse ? 'cancel.afterCourse' : 'cancel.after')}
          options={(['gone', 'free'] as const).map(value => ({
            value,
            label: isCourse
              ? t(`cancel.aftersCourse.${value}`, { count: slot.dates.length })
              : t(`cancel.afters.${value}`),
          }))}
          value={after}
          onChange={setAfter}
        />
        {sending.failed && (
          <Notice tone="care" live>
            {sending.failed === 'slot-booked' ? (
              <p>{t('cancel.bookedAgain')}</p>
            ) : (
              <>
                <p>{t('cancel.failed')}</p>
                <p>{sentenceFor(sending.failed, t)}</p>
              </>
            )}
          </Notice>
        )}
        <CancelActions told={told} busy={sending.busy} onClose={props.onClose} />
      </Form>
    </div>
  )
}
