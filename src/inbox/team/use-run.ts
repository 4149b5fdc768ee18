import { useRef, useState } from 'preact/hooks'
import { failureOf, type Failure } from '../shared/failure.ts'
import { useSignedOut } from '../shared/signed-out.ts'
import { Senseless } from './changes.ts'
import type { Run } from './run.ts'

/** One act on the team at a time, and how it went. */
export type Running = {
  readonly run: Run
  readonly busy: boolean
  /** What was done last. */
  readonly said: string
  /** Why it was not done. */
  readonly failed: Failure | 'senseless' | null
}

/**
 * Acts on the team, one at a time.
 * @param look fetches the team again
 */
export function useRun(look: () => Promise<void>): Running {
  const onSignedOut = useSignedOut()
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState<Running['failed']>(null)
  const [busy, setBusy] = useState(false)
  // Two taps may come before the first is drawn.
  const underWay = useRef(false)

  const run: Run = async (work, done) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setSaid('')
    setFailed(null)
    let told = ''
    try {
      await work()
      told = done
    } catch (error) {
      const why = error instanceof Senseless ? 'senseless' : failureOf(error)
      if (why === 'not-signed-in') onSignedOut()
      setFailed(why)
    }
    await look()
    // Said once it can be seen: who goes on at the word for it would lose their place when a row went after it.
    setSaid(told)
    underWay.current = false
    setBusy(false)
    // What was pressed may be gone with what it was for: the focus goes to where it is said what was done.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
    })
  }
  return { run, busy, said, failed }
}
