import { useCallback, useRef, useState } from 'preact/hooks'

/** What a form does when it is sent. */
type Submitting = {
  /** Looks at what was typed and shows what is wrong with it; false = nothing is sent. */
  readonly check?: () => boolean
  /** Sends it and shows how it went. What it throws is reported; it shows expected failures itself. */
  readonly send: () => Promise<void>
}

/**
 * A form that is sent once at a time: a second tap while the first is under way does nothing.
 *
 * @returns `busy` while it is under way; `attempt` counts the tries, so that an error summary takes the focus each time
 */
export function useSubmit(form: Submitting): {
  readonly busy: boolean
  readonly attempt: number
  readonly submit: () => void
} {
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  // Two taps may come before the first is drawn.
  const underWay = useRef(false)
  const latest = useRef(form)
  latest.current = form

  const submit = useCallback(() => {
    if (underWay.current) return
    const { check, send } = latest.current
    setAttempt(n => n + 1)
    if (check && !check()) return
    underWay.current = true
    setBusy(true)
    send()
      .catch(reportError)
      .finally(() => {
        underWay.current = false
        setBusy(false)
      })
  }, [])
  return { busy, attempt, submit }
}
