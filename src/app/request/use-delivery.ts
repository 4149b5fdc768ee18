import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answers } from '../../core/request/index.ts'
import type { Language } from '../../core/facts/types.ts'
import { useCitizen, type Receipt } from '../citizen.ts'
import { arrived } from '../draft/take-up.ts'
import { onLeave } from '../leave/on-leave.ts'
import type { Outcome } from '../outbox/types.ts'
import type { withdrawWaiting } from '../outbox/outbox.ts'
import type { deliver, Kept, SealingFailed } from './send.ts'

/** Why nothing was sent, as a word for the locales. */
export type NotSent = Extract<Outcome, { kind: 'needs-you' }>['why'] | 'sealing' | 'other'

export type Delivery = {
  /** While it is being sealed: what is changed now would not come along. */
  readonly busy: boolean
  readonly problem: NotSent | null
  readonly send: (answers: Answers, lang: Language) => void
}

/** What seals and sends, in a script that comes after the first questions. */
type Sender = {
  readonly deliver: typeof deliver
  readonly withdrawWaiting: typeof withdrawWaiting
  readonly SealingFailed: typeof SealingFailed
}

/** Milliseconds after which a receipt no longer says "sending": the page may be closed, and the person must know that. */
const LONG = 8_000

/**
 * Sending. There is a receipt with the code as soon as the sealed bytes lie on the phone, since from then on they may
 * arrive; when the intake will not have them, the answers come back with the problem as a word for the locales.
 *
 * @param sender what seals and sends: it has come by the time there is something to send
 */
export function useDelivery(sender: Sender | null): Delivery {
  const { setReceipt, update } = useCitizen()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<NotSent | null>(null)
  // Two taps may come before the first is drawn: the second would seal it again, under another code.
  const underWay = useRef(false)
  const shown = useShown()

  const send = (answers: Answers, lang: Language): void => {
    if (underWay.current || sender === null) return
    underWay.current = true
    setBusy(true)
    setProblem(null)
    let left = false
    const stop = onLeave(() => {
      left = true // what was forgotten on leaving must not come back with the answer
    })
    let kept: Kept | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (as: (receipt: Receipt) => Receipt): void => {
      if (kept && !left) setReceipt(as({ ...kept, answers, state: 'sending', slot: null }))
    }
    sender
      .deliver(answers, lang, now => {
        kept = now
        show(receipt => receipt)
        timer = setTimeout(show, LONG, waiting)
      })
      .then(async outcome => {
        clearTimeout(timer)
        if (outcome.kind === 'sent') show(receipt => arrived(receipt, outcome.answer))
        else if (outcome.kind === 'waiting') show(waiting)
        else if (!left) {
          // A new try seals the answers again, under a new id. On another page by now the outbox's notice tells of it.
          if (kept && shown.current) await sender.withdrawWaiting(kept.id).catch(reportError)
          setReceipt(null)
          update(answers)
          setProblem(outcome.why)
        }
      })
      .catch((error: unknown) => {
        if (error instanceof sender.SealingFailed) setProblem('sealing')
        else {
          reportError(error)
          setProblem('other')
        }
      })
      .finally(() => {
        stop()
        underWay.current = false
        setBusy(false)
      })
  }
  return { busy, problem, send }
}

const waiting = (receipt: Receipt): Receipt => ({ ...receipt, state: 'waiting' })

/** Whether what asked is still on the page. */
function useShown(): { readonly current: boolean } {
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return shown
}
