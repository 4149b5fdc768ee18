import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Situation } from '../core/eligibility/index.ts'
import { withChange, type Answers } from '../core/request/index.ts'
import { answersAtDoor } from './at-door.ts'
import { situationOf } from './check/door.ts'
import type { Citizen, Receipt, Writing } from './citizen.ts'
import { draftOf, isSome, type Draft } from './draft/content.ts'
import type { Kept } from './draft/keeping.tsx'
import { following } from './draft/take-up.ts'
import { onLeave } from './leave/on-leave.ts'
import { useUnsaved } from './offline/use-unsaved.ts'
import type { TakenBack } from './outbox/types.ts'
import { pageAt } from './routes.ts'

/**
 * What the interactive pages share, from `first` on: answers known at the start, e.g. from the door taken; and what is to be
 * kept of it.
 *
 * @param noKeeping what keeps it could not be had
 */
export function useCitizenState(
  first: Answers,
  noKeeping: boolean,
): { readonly citizen: Citizen; readonly toKeep: Kept } {
  // The check keeps nothing, so a door into it fills no draft of a request.
  const toCheck = pageAt(location.pathname)?.page === 'check'
  const [answers, setAnswers] = useState<Answers>(toCheck ? {} : first)
  const [situation, setSituation] = useState<Situation>(toCheck ? situationOf(first) : {})
  const [receipt, setReceiptState] = useState<Receipt | null>(null)
  const [writing, setWriting] = useState<Writing | undefined>(undefined)
  const update = useCallback((change: Answers) => {
    setAnswers(before => withChange(before, change))
  }, [])
  const forget = useCallback(() => {
    setAnswers({})
    setSituation({})
    setReceiptState(null)
    setWriting(undefined)
  }, [])
  const setReceipt = useCallback((next: Receipt | null) => {
    setReceiptState(before => following(before, next))
    // What was typed lives on in the receipt only, until its code is saved.
    if (!next) return
    setAnswers({})
    setSituation({})
  }, [])
  useEffect(() => onLeave(forget), [forget])
  const latest = useRef({ answers, receipt })
  latest.current = { answers, receipt }
  const bring = useCallback(
    ({ answers: before, receipt: unsaved, writing: begun }: Draft) => {
      // Only what stands there: what a choice has left without a meaning takes nothing away.
      const now = JSON.parse(JSON.stringify(latest.current.answers)) as Answers
      // As at the door, from a phone that took its time: what has been answered meanwhile counts. Words written since the page
      // came are not written over either; those of a link were not written.
      const under = now.message === first.message ? before : { ...before, message: undefined }
      setAnswers(now.audience ? answersAtDoor(now, under) : before)
      if (unsaved && !latest.current.receipt) setReceiptState(unsaved)
      setWriting(now => now ?? begun)
    },
    [first.message],
  )
  const takenBack = useCallback((id: string, state: TakenBack) => {
    const { receipt: ours } = latest.current
    if (ours?.id !== id) return
    // With the request goes its receipt, and not what is being written in a thread. One that may have arrived keeps the code,
    // which nobody else has.
    setReceiptState(state === 'withdrawn' ? null : { ...ours, state })
  }, [])
  const forgetAnswers = useCallback(() => {
    setAnswers({})
    setSituation({})
    setWriting(undefined)
  }, [])
  const draft = useMemo(() => draftOf(answers, receipt, writing), [answers, receipt, writing])
  const [isKept, setKept] = useState(true)
  const kept = isKept && !noKeeping
  // Answers and a code that has not been saved must not be lost, whether or not what keeps them is there by now.
  useUnsaved(isSome(draft))
  const citizen = useMemo(
    () => ({
      answers,
      update,
      situation,
      setSituation,
      receipt,
      setReceipt,
      writing,
      setWriting,
      kept,
      forget,
    }),
    [answers, update, situation, receipt, setReceipt, writing, kept, forget],
  )
  // Not the answers of a request that lies in this page only: it is not deleted after 20 minutes, and may be sent yet.
  const answering = Object.keys(situation).length > 0 || isSome({ answers, receipt: null, writing })
  return {
    citizen,
    toKeep: { draft, receipt, answering, bring, forgetAnswers, onKept: setKept, takenBack },
  }
}
