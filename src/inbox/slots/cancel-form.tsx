import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { MESSAGE_TEXT_MAX } from '../../core/sealing/index.ts'
import { fieldId, Form, MessageField, Notice, RadioGroup, useSubmit } from '../../ui/index.ts'
import { CancelActions } from './cancel-actions.tsx'
import { cancelledWords } from './cancelled-words.ts'
import { doorWords } from './door-words.ts'
import { useCopy } from '../shared/copy.ts'
import { cancelKey } from '../shared/drafts.ts'
import type { Failure } from '../shared/failure.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useDesk } from '../model/desk.ts'
import { useCancel } from './use-cancel.ts'

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
  const { requests } = useDesk()
  const name = cancelKey(slot.id)
  const isCourse = slot.kind === 'relatives-course'
  const cancelling = useCancel(slot, result => {
    props.onDone(cancelledWords(result, props, requests, t, lang))
  })
  const silent = slot.bookings.filter(
    ({ requestId }) => !requests.find(one => one.stored.id === requestId)?.envelope,
  ).length
  const told = slot.bookings.length - silent
  useEffect(() => {
    const field =
      document.getElementById(fieldId(name)) ?? document.getElementById(fieldId(`after-${slot.id}`))
    field?.focus()
  }, [name, slot.id])
  const { submit } = useSubmit(cancelling)

  return (
    <div class="slot-cancel">
      <Form onSubmit={submit}>
        {told > 0 && (
          <MessageField
            name={name}
            label={t('cancel.label', { count: told })}
            hint={t('cancel.hint', { count: told })}
            error={cancelling.error}
            value={cancelling.text}
            onInput={cancelling.write}
            rows={4}
            maxLength={MESSAGE_TEXT_MAX}
            autoComplete="off"
          />
        )}
        {silent > 0 && <p>{t(told > 0 ? 'cancel.silent' : 'unreadable.text', { count: silent })}</p>}
        {doorWords(slot.bookings, [slot], requests, t).map(words => (
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
          value={cancelling.after}
          onChange={cancelling.setAfter}
        />
        {cancelling.failed && <NotCancelled failed={cancelling.failed} />}
        <CancelActions told={told} busy={cancelling.busy} onClose={props.onClose} />
      </Form>
    </div>
  )
}

/** Why it was not called off, or only the booking and not the time. */
function NotCancelled({ failed }: { readonly failed: Failure }): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="care" live>
      {failed === 'slot-booked' ? (
        <p>{t('cancel.bookedAgain')}</p>
      ) : (
        <>
          <p>{t('cancel.failed')}</p>
          <p>{sentenceFor(failed, t)}</p>
        </>
      )}
    </Notice>
  )
}
