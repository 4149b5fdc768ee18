import { useState } from 'preact/hooks'
import type { SlotChange, StaffSlot } from '../../core/contract/index.ts'
import { useDesk } from '../model/desk.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { useDraft, VIEW } from '../shared/drafts.ts'
import { IntakeError } from '../shared/failure.ts'
import { changeOf, fieldsOf, namesOf } from './edit.ts'
import { planOf } from './publish/plan.ts'
import type { PublishError, PublishFields } from './publish/publish.ts'
import { useSecondLook, type Looking } from './publish/use-second-look.ts'

type Editing = {
  readonly fields: PublishFields
  readonly set: (change: Partial<PublishFields>) => void
  /** Gives up what was typed. */
  readonly forget: () => void
  readonly errors: readonly PublishError[]
  readonly look: Looking
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
}

/**
 * What is typed to correct a time, and the way to save it.
 * @param onDone gets what to say of it
 */
export function useEdit(slot: StaffSlot, onDone: (said: string) => void): Editing {
  const { t } = useCopy()
  const { again } = useDesk()
  /** What was typed here, kept while one looks at something else; in the other fields stands what a colleague makes of the time meanwhile. */
  const [kept, setKept] = useDraft(`${VIEW}edit-${slot.id}`)
  // Sound: only this form writes it.
  const typed = JSON.parse(kept ?? '{}') as Partial<PublishFields>
  const fields = { ...fieldsOf(slot), ...typed }
  const [errors, setErrors] = useState<readonly PublishError[]>([])
  const { planned, wrong } = planOf(fields, () => slot.id, Date.now())
  const look = useSecondLook<SlotChange>(planned, JSON.stringify(fields), slot.id)
  const forget = (): void => {
    setKept(undefined)
  }

  return {
    fields,
    set(change) {
      setKept(JSON.stringify({ ...typed, ...change }))
    },
    forget,
    errors,
    look,
    check() {
      look.goOn()
      // What is under way or was published for a day now past is not looked at: only what is asked for can be mended.
      const shown = wrong.filter(({ name }) => namesOf(slot).some(own => own === name))
      setErrors(shown)
      return shown.length === 0 && !look.asks()
    },
    async send() {
      const change = changeOf(slot, fields, planned[0])
      const done = await look.run(
        JSON.stringify(change),
        () => change,
        ready =>
          call('changeSlot', { id: slot.id, body: ready }).catch((error: unknown) => {
            // A colleague or a citizen was quicker: the row has to show how it is now.
            if (error instanceof IntakeError && ['slot-changed', 'slot-booked'].includes(error.problem))
              again()
            throw error
          }),
      )
      if (!done) return
      forget()
      onDone(t('slots.changed'))
    },
  }
}
