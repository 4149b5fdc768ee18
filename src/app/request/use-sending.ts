import { useState } from 'preact/hooks'
import type { Answers } from '../../core/request/index.ts'
import type { Language } from '../../core/facts/types.ts'
import { useCitizen } from '../citizen.ts'
import { withdrawWaiting, type Outcome } from '../outbox/outbox.ts'
import { deliver, OutboxFailed, SealingFailed } from './send.ts'

/** Why nothing was sent, as a word for the locales. */
export type Problem = Extract<Outcome, { kind: 'needs-you' }>['why'] | 'storage' | 'sealing'

/** Sending, with what went wrong as a word for the locales. The answers stay until there is a receipt. */
export function useSending(): {
  busy: boolean
  problem: Problem | null
  send: (answers: Answers, lang: Language) => void
} {
  const { setReceipt } = useCitizen()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const send = (answers: Answers, lang: Language): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    void deliver(answers, lang)
      .then(async ({ id, code, writtenOn, outcome }) => {
        if (outcome.kind === 'needs-you') {
          // The answers are still on the screen: trying again seals them anew, under a new id.
          await withdrawWaiting(id)
          setProblem(outcome.why)
          return
        }
        const slot = outcome.kind === 'sent' ? outcome.answer.slot : null
        const state = outcome.kind === 'sent' ? 'sent' : 'waiting'
        setReceipt({ id, code, answers, state, slot, writtenOn })
      })
      .catch((error: unknown) => {
        if (error instanceof OutboxFailed) setProblem('storage')
        else if (error instanceof SealingFailed) setProblem('sealing')
        else throw error
      })
      .finally(() => {
        setBusy(false)
      })
  }
  return { busy, problem, send }
}
