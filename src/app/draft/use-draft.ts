import { useEffect, useRef } from 'preact/hooks'
import { useUnsaved } from '../offline/unsaved.ts'
import { loadDraft, saveDraft, wipeDraft } from './draft.ts'
import { watchUntouched } from '../idle/untouched.ts'
import { sayQuiet } from '../idle/quiet.ts'

/** Milliseconds after the last change: each letter of a message need not be encrypted by itself. */
const SETTLED = 400

/**
 * Answers under way survive a phone that drops the tab: they are brought back once at start, if none are given by the
 * door taken, and put away again after each change. Empty answers (sent, left, forgotten) remove what was put away.
 */
export function useDraft<A extends object>(answers: A, setAnswers: (answers: A) => void): void {
  const some = Object.values(answers).some(value => value !== undefined)
  const brought = useRef(false)
  const latest = useRef(answers)
  latest.current = answers
  useUnsaved(some)

  useEffect(() => {
    loadDraft()
      .then(json => {
        brought.current = true
        const untouched = Object.keys(latest.current).length === 0
        // Our own JSON, authenticated by AES-GCM under a key that only this app can use.
        if (json !== null && untouched) setAnswers(JSON.parse(json) as A)
      })
      .catch(reportError)
  }, [setAnswers])

  useEffect(() => {
    if (!brought.current && !some) return undefined // not yet looked for: an empty start must not wipe it
    if (!some) {
      wipeDraft()
      return undefined
    }
    const put = (): void => {
      saveDraft(JSON.stringify(answers)).catch(reportError)
    }
    const timer = setTimeout(put, SETTLED)
    // The phone may take the tab at any time once it is out of view.
    document.addEventListener('visibilitychange', put)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', put)
    }
  }, [answers, some])

  useEffect(() => {
    if (!some) return undefined
    return watchUntouched({
      warn: () => {
        sayQuiet('warned')
      },
      back: () => {
        sayQuiet('here')
      },
      wiped: () => {
        sayQuiet('gone')
        setAnswers({} as A) // every field of answers may be missing
      },
    })
  }, [some, setAnswers])
}
