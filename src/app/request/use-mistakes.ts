import { useCallback, useState } from 'preact/hooks'
import type { AnswerField, FieldError } from '../../core/request/index.ts'
import { useCopy } from '../copy/copy.ts'

/** What must be mended on a screen, each as the sentence that says how. */
export type Mistakes = {
  readonly errors: readonly { readonly name: AnswerField; readonly text: string }[]
  /** Counts how often something had to be mended, so that the summary takes the focus each time. */
  readonly attempt: number
  /** @param found all that must be mended now; empty where nothing must */
  readonly tell: (found: readonly FieldError[]) => void
  readonly errorOf: (field: AnswerField) => string | undefined
}

/** What must be mended on the screen that is shown; nothing at first. */
export function useMistakes(): Mistakes {
  const { t } = useCopy()
  const [wrong, setWrong] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const tell = useCallback((found: readonly FieldError[]) => {
    setWrong(found)
    if (found.length > 0) setAttempt(n => n + 1)
  }, [])
  const errors = wrong.map(({ field, why }) => ({ name: field, text: t(`request:errors.${why}`) }))
  return { errors, attempt, tell, errorOf: field => errors.find(one => one.name === field)?.text }
}
