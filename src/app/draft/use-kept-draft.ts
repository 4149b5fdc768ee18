import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { sayQuiet } from '../idle/quiet.ts'
import { watchUntouched } from '../idle/untouched.ts'
import { onLeave } from '../leave/on-leave.ts'
import { draftText, isSome, readDraft, type Draft } from './content.ts'
import { lookForDraft, saveDraft, wipeDraft } from './draft.ts'
import { soon } from './soon.ts'

/**
 * Milliseconds from a change to its being put away, however many more there are meanwhile: each letter of a message need
 * not be encrypted by itself, and who writes without a pause must not lose the sentence.
 */
const PAUSE = 100
/** Milliseconds until a phone that did not answer is asked to put it away again. */
const AGAIN = 5_000

/** What may take the page away: the tab goes out of view, the page goes, or a finger comes down on a link. */
const LAST_MOMENTS = ['visibilitychange', 'pagehide', 'pointerdown'] as const

/**
 * Answers under way and an unsaved receipt survive a phone that drops the tab: they are brought back once at start, and
 * put away again after each change. An empty draft (sent and saved, left, forgotten) removes what was put away.
 *
 * @param bring takes what was found at the start.
 * @param forgetAnswers called after 20 minutes untouched. A receipt stays to be seen for as long as the page is open, and is put
 * away again by the next touch.
 * @param answering there are answers under way; those of the check, which are never put away, count too.
 * @returns whether the tab has it; false where the phone refuses to keep anything. `slow`: it has not said yet what it has.
 * `has`: what the tab had last.
 */
export function useKeptDraft(
  draft: Draft,
  bring: (found: Draft) => Promise<void> | void,
  forgetAnswers: () => void,
  answering: boolean,
): { readonly kept: boolean; readonly slow: boolean; readonly has: Draft | null } {
  const some = isSome(draft)
  const isWatched = some || answering
  const [kept, setKept] = useState(true)
  const [has, setHas] = useState<Draft | null>(null)
  const { looked, slow } = useLookedFor(bring)
  const latest = useRef(draft)
  latest.current = draft

  const putting = useMemo(
    () =>
      soon(() => {
        const put = latest.current
        saveDraft(draftText(put))
          .then(how => {
            if (how !== 'overtaken') setKept(how === 'kept')
            if (how === 'kept') setHas(put)
            if (how === 'silent') putting.ask(AGAIN)
          })
          .catch(reportError)
      }, PAUSE),
    [],
  )
  // Before the page can be seen as it is now: "your code is saved" must not stand there while the next page would find it unsaved.
  useLayoutEffect(() => {
    if (!looked) return // what this page starts with must not take the place of what is looked for
    if (some) putting.ask()
    else {
      putting.cancel()
      wipeDraft()
    }
  }, [looked, draft, some, putting])
  const { receipt } = draft
  useLayoutEffect(() => {
    // At once: nowhere else is there a copy of the code.
    if (looked && receipt !== null) putting.now()
  }, [looked, receipt, putting])
  useEffect(() => {
    const stop = onLeave(putting.cancel)
    for (const moment of LAST_MOMENTS) addEventListener(moment, putting.now, { capture: true })
    return () => {
      stop()
      for (const moment of LAST_MOMENTS) removeEventListener(moment, putting.now, { capture: true })
      putting.now()
    }
  }, [putting])

  useEffect(() => {
    if (!isWatched) return undefined
    return watchUntouched({
      warn: () => {
        if (answering) sayQuiet('warned')
      },
      back: () => {
        sayQuiet('here')
      },
      wiped: () => {
        if (!answering) return
        sayQuiet('gone')
        forgetAnswers()
      },
      again: () => {
        // A code that is still seen must not be lost by the very tap that leads away from it.
        if (isSome(latest.current)) putting.ask(0)
      },
    })
  }, [isWatched, answering, forgetAnswers, putting])

  return { kept: kept && !slow, slow, has }
}

/**
 * Looks once for what the tab has put away.
 * @returns whether that is done. `slow`: something is there, and the phone takes its time.
 */
function useLookedFor(bring: (found: Draft) => Promise<void> | void): {
  readonly looked: boolean
  readonly slow: boolean
} {
  const [looked, setLooked] = useState(false)
  const [slow, setSlow] = useState(false)
  const atStart = useRef(bring)
  useEffect(() => {
    lookForDraft(() => {
      setSlow(true)
    })
      .then(text => (text === null ? undefined : atStart.current(readDraft(text))))
      .catch(reportError)
      .finally(() => {
        setSlow(false)
        setLooked(true)
      })
  }, [])
  return { looked, slow }
}
