import { useState } from 'preact/hooks'
import type { SlotPost } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { PUBLISHING, useDraft } from '../../shared/drafts.ts'
import { twiceOf } from './doubts.ts'
import { fieldsIn } from './fields.ts'
import { planOf } from './plan.ts'
import type { PublishError, PublishFields } from './publish.ts'
import { useSecondLook, type Looking } from './use-second-look.ts'

type Publishing = {
  readonly fields: PublishFields
  readonly set: (change: Partial<PublishFields>) => void
  readonly errors: readonly PublishError[]
  /** The times that the fields make; none while something is wrong with them. */
  readonly planned: readonly SlotPost[]
  readonly look: Looking
  /** What was done last. */
  readonly said: string
  /** Both for `useSubmit`. */
  readonly check: () => boolean
  readonly send: () => Promise<void>
}

/**
 * What is typed to publish times, what becomes of it, and the way to publish them.
 * @param onPublished gets the first day of what was published, `YYYY-MM-DD`
 */
export function usePublish(onPublished: (day: string) => void): Publishing {
  const { t } = useCopy()
  const { slots } = useDesk()
  // Kept while one looks at something else: a row of dates takes long to type.
  const [kept, setKept] = useDraft(PUBLISHING)
  const fields = fieldsIn(kept)
  const setFields = (next: PublishFields): void => {
    setKept(JSON.stringify(next))
  }
  const [errors, setErrors] = useState<readonly PublishError[]>([])
  const [said, setSaid] = useState('')
  const { planned, wrong } = planOf(fields, () => '', Date.now())
  const key = JSON.stringify(fields)
  const look = useSecondLook<readonly SlotPost[]>(planned, key)

  return {
    fields,
    set(change) {
      setFields({ ...fields, ...change })
      setErrors(before => before.filter(error => !(error.name in change)))
      setSaid('')
      look.goOn()
    },
    errors,
    planned,
    look,
    said,
    check() {
      look.goOn()
      const isTwice = twiceOf(planned, slots).length > 0
      const found: readonly PublishError[] = isTwice ? [{ name: 'date', why: 'twice' }] : wrong
      setErrors(found)
      if (found.length > 0 || planned.length === 0 || look.asks()) return false
      look.leave()
      return true
    },
    async send() {
      const done = await look.run(
        key,
        // The ids are made once: sent again after a lost answer, the same times are not published twice.
        () => planned.map(slot => ({ ...slot, id: crypto.randomUUID() })),
        slots => call('publishSlots', { body: { slots } }),
      )
      if (!done) return
      setFields({ ...fields, date: '', time: '', more: [] })
      setSaid(t('slots.done', { count: planned.length }))
      onPublished(fields.date)
    },
  }
}
