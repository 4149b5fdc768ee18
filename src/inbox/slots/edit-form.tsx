import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Actions, Button, ErrorSummary, fieldId, Form, TextField, useSubmit } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { namesOf } from './edit.ts'
import { errorWords, wordsAt } from './publish/error-words.ts'
import { SecondLook } from './publish/second-look.tsx'
import { useEdit } from './use-edit.ts'

/** Corrects a time: room and counsellor always, day and hour as long as nobody has booked it. */
export function EditForm(props: {
  readonly slot: StaffSlot
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { slot } = props
  const editing = useEdit(slot, props.onDone)
  const { fields, errors, look } = editing
  const names = namesOf(slot)
  const nameOf = (name: string): string => `${slot.id}-${name}`
  const [firstName = 'room'] = names
  useEffect(() => {
    document.getElementById(fieldId(`${slot.id}-${firstName}`))?.focus()
  }, [slot.id, firstName])
  const { attempt, submit } = useSubmit(editing)

  return (
    <div class="slot-cancel">
      <Form onSubmit={submit}>
        <ErrorSummary
          title={t('slots.errorTitle')}
          errors={errors.map(error => ({ name: nameOf(error.name), text: errorWords(error, t) }))}
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
              error={wordsAt(name, errors, t)}
              onInput={value => {
                editing.set({ [name]: value })
              }}
            />
          ))}
        </div>
        {slot.bookings.length > 0 && <p>{t('slots.changeBooked')}</p>}
        <SecondLook look={look} yes={t('slots.saveAnyway')}>
          <Actions>
            <Button type="submit" data-asks="" busy={look.busy} busyLabel={t('slots.saving')}>
              {t('slots.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                editing.forget()
                props.onClose()
              }}
            >
              {t('slots.changeNo')}
            </Button>
          </Actions>
        </SecondLook>
      </Form>
    </div>
  )
}
