import { useEffect, useState } from 'preact/hooks'
import { genuine, lastOf, seenBy } from '../../../core/sealing/index.ts'
import { mayMove, WAITING, type RequestState } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import { asideUpTo, type Readable, type Stored } from '../../model/requests.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { IntakeError, type Failure } from '../../shared/failure.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** Milliseconds in which closing or handing over can be taken back with one click. */
export const UNDO = 10_000

/** A new one was opened by being looked at: it moves on from there, whether that has arrived or not. */
async function moveOn({ id, written }: Stored, from: RequestState, state: RequestState): Promise<void> {
  if (from === 'new') await call('move', { id, body: { from, state: 'opened', written } })
  await call('move', { id, body: { from: from === 'new' ? 'opened' : from, state, written } })
}

type Ready = { readonly to: RequestState; readonly notes: readonly PreparedNote[] }

type Made = {
  readonly from: RequestState
  readonly to: RequestState
  /** Up to which message the thread was laid aside before; null when this move laid nothing aside. */
  readonly asideBefore: number | null
}

/** Up to which message the thread is laid aside by a move; null where the move changes nothing of that. */
function asideBy(opened: Readable, to: RequestState): number | null {
  const said = genuine(opened.thread)
  // What was written last needs no answer: without this the thread would wait for ever.
  if (!WAITING.includes(to)) return opened.unanswered > 0 ? lastOf(said, 'citizen') : null
  // It is to be answered after all.
  const isAside = asideUpTo(opened.notes) > seenBy(said, 'staff')
  return isAside && !WAITING.includes(opened.stored.state) ? 0 : null
}

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
  const [last, setLast] = useState<Made | null>(null)
  useEffect(() => {
    if (last === null) return
    const timer = setTimeout(() => {
      setLast(null)
    }, UNDO)
    return () => {
      clearTimeout(timer)
    }
  }, [last])

  const prepare = async (to: RequestState, upTo: number | null, why: string | undefined): Promise<Ready> => {
    const notes = [
      ...(upTo === null
        ? []
        : [await prepareNote(session, id, { event: 'aside', upTo, after: opened.notes })]),
      ...(why === undefined
        ? []
        : [await prepareNote(session, id, { event: 'text', text: why, after: opened.notes })]),
    ]
    return { to, notes }
  }
  const shift = (from: RequestState, to: RequestState): Promise<void> =>
    moveOn(opened.stored, from, to).catch((error: unknown) => {
      // A colleague was quicker, or the person has written: the page has to show where it stands now.
      if (error instanceof IntakeError && error.problem === 'state-changed') again()
      throw error
    })
  /** In this order, so that what stops half way leaves the message waiting, and never laid aside unseen. */
  const send = async (from: RequestState, { to, notes }: Ready): Promise<void> => {
    const isBack = WAITING.includes(to)
    if (!isBack) await shift(from, to)
    for (const note of notes) await sendNote(id, note)
    if (isBack) await shift(from, to)
  }
  const undoLast = async (made: Made): Promise<void> => {
    const { from, to, asideBefore } = made
    setLast(null)
    const back = from === 'new' || asideBefore !== null || !mayMove(to, from) ? 'opened' : from
    const done = await sending.run(
      `${to} ${back}`,
      () => prepare(back, asideBefore, asideBefore === null ? t('close.undone') : undefined),
      ready => send(to, ready),
    )
    if (!done) {
      setLast(made)
      return
    }
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
      const upTo = asideBy(opened, to)
      const asideBefore = upTo === null ? null : asideUpTo(opened.notes)
      const done = await sending.run(
        `${before} ${to} ${why ?? ''}`,
        () => prepare(to, upTo, why),
        ready => send(before, ready),
      )
      if (!done) return false
      setSaid(t('detail.stateSaved', { state: t(`state.${to}`) }))
      setLast(to === 'closed' || to === 'handed-over' ? { from: before, to, asideBefore } : null)
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
