import { useRef } from 'preact/hooks'

/**
 * Asks once about a doubt in what is written: a number that looks like one of a person may be an invoice's, and a member who
 * saves or sends it again means it.
 */
export function useDoubt(): {
  /** @returns whether it is to be asked about now, and nothing is to be done yet */
  readonly isNew: (doubt: string | undefined) => boolean
  /** Something else is written now. */
  readonly forget: () => void
} {
  const asked = useRef(false)
  return {
    isNew(doubt) {
      const isNew = doubt !== undefined && !asked.current
      if (isNew) asked.current = true
      return isNew
    },
    forget() {
      asked.current = false
    },
  }
}
