import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Situation } from '../core/eligibility/index.ts'
import { withChange, type Answers } from '../core/request/index.ts'
import { situationOf } from './check/door.ts'
import type { Citizen, Receipt } from './citizen.ts'
import { useDraft } from './draft/use-draft.ts'
import { onLeave } from './leave/on-leave.ts'
import { useUnsaved } from './offline/unsaved.ts'
import { pageAt } from './routes.ts'

/** What the interactive pages share, from `first` on: answers known at the start, e.g. from the door taken. */
export function useCitizenState(first: Answers): Citizen {
  // The check keeps nothing, so a door into it fills no draft of a request.
  const toCheck = pageAt(location.pathname)?.page === 'check'
  const [answers, setAnswers] = useState<Answers>(toCheck ? {} : first)
  const [situation, setSituation] = useState<Situation>(toCheck ? situationOf(first) : {})
  const [receipt, setReceiptState] = useState<Receipt | null>(null)
  const update = useCallback((change: Answers) => {
    setAnswers(before => withChange(before, change))
  }, [])
  const forget = useCallback(() => {
    setAnswers({})
    setSituation({})
    setReceiptState(null)
  }, [])
  const setReceipt = useCallback((next: Receipt | null) => {
    setReceiptState(next)
    // What was typed lives on in the receipt only, and there only as long as the page is open.
    if (!next) return
    setAnswers({})
    setSituation({})
  }, [])
  useEffect(() => onLeave(forget), [forget])
  useDraft(answers, setAnswers)
  // A code that has not been kept must not be lost to an update.
  useUnsaved(receipt !== null && receipt.saved !== true)
  return useMemo(
    () => ({ answers, update, situation, setSituation, receipt, setReceipt, forget }),
    [answers, update, situation, receipt, setReceipt, forget],
  )
}
