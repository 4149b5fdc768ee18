import { useEffect, useState } from 'preact/hooks'
import { genuine, lastOf } from '../../../core/sealing/index.ts'
import { mayMove, WAITING, type RequestState } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Readable } from '../../model/requests.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { IntakeError, type Failure } from '../../shared/failure.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** Milliseconds in which closing or handing over can be taken back with one click. */
export const UNDO = 10_000

/** A new one was opened by being looked at: it moves on from there, whether that has arrived or not. */
async function moveOn(id: string, from: RequestState, state: RequestState): Promise<void> {
  if (from === 'new') await call('move', { id, body: { from, state: 'opened' } })
  await call('move', { id, body: { from: from === 'new' ? 'opened' : from, state } })
}

type Ready = { readonly to: RequestState; readonly notes: readonly PreparedNote[] }

export type Moving = {
  readonly busy: boolean
  readonly failed: Failure | null
  /** What was done; empty when something else was done since. */
  readonly said: string
  readonly forget: () => void
  /** Moves it on. `why`: told to colleagues in a note. True when it has arrived. */
  readonly move: (to: RequestState, why?: string) => Promise<boolean>
  /** Takes the latest closing or handing over back; null when ten seconds have gone. */
  readonly undo: (() => void) | null
}

/**
 * Moves a request on, and takes that back for ten seconds. It is moved at once, and taken back by moving it again: were it
 * held back for ten seconds, a tab that is closed would lose what a member has done, and nobody would know.
 * @param by the form that moves it: what one has said goes when another does something
 */
export function useMoving(opened: Readable, by: string): Moving {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id, state: before } = opened.stored
  const [said, setSaid] = useSaid(by)
  const sending = useSending<Ready>()
  /** From where to where it was moved last. */
  const [last, setLast] = useState<{ readonly from: RequestState; readonly to: RequestState } | null>(null)
  useEffect(() => {
    if (last === null) return
    const timer = setTimeout(() => {
      setLast(null)
    }, UNDO)
    return () => {
      clearTimeout(timer)
    }
  }, [last])

  const prepare = async (to: RequestState, why: string | undefined): Promise<Ready> => {
    // What was written last needs no answer: without this the thread would wait for ever.
    const isAside = opened.unanswered > 0 && !WAITING.includes(to)
    const upTo = lastOf(genuine(opened.thread), 'citizen')
    const notes = [
      ...(isAside ? [await prepareNote(session, id, { event: 'aside', upTo })] : []),
      ...(why === undefined ? [] : [await prepareNote(session, id, { event: 'text', text: why })]),
    ]
    return { to, notes }
  }
  const send = async (from: RequestState, { to, notes }: Ready): Promise<void> => {
    await moveOn(id, from, to).catch((error: unknown) => {
      // A colleague was quicker: the page has to show where it stands now.
      if (error instanceof IntakeError && error.problem === 'state-changed') again()
      throw error
    })
    for (const note of notes) await sendNote(id, note)
  }
  const undoLast = async ({ from, to }: { from: RequestState; to: RequestState }): Promise<void> => {
    setLast(null)
    setSaid('')
    // What was written is not unread again, so that it waits for an answer.
    const back = from === 'new' || opened.unanswered > 0 || !mayMove(to, from) ? 'opened' : from
    const done = await sending.run(
      `${to} ${back}`,
      () => prepare(back, t('close.undone')),
      ready => send(to, ready),
    )
    if (!done) return
    setSaid(t('close.back', { state: t(`state.${back}`) }))
    again()
  }
  return {
    busy: sending.busy,
    failed: sending.failed,
    said,
    forget: () => {
      setSaid('')
    },
    move: async (to, why) => {
      setSaid('')
      const done = await sending.run(
        `${before} ${to} ${why ?? ''}`,
        () => prepare(to, why),
        ready => send(before, ready),
      )
      if (!done) return false
      setSaid(t('detail.stateSaved', { state: t(`state.${to}`) }))
      setLast(to === 'closed' || to === 'handed-over' ? { from: before, to } : null)
      again()
      return true
    },
    undo:
      last === null || said === ''
        ? null
        : () => {
            undoLast(last).catch(reportError)
          },
  }
}
