import { useContext, useRef } from 'preact/hooks'
import type { RequestState } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import { asideBy, backFrom, prepareMove, sendMove, type PreparedMove } from '../../model/move.ts'
import { asideUpTo, type Readable } from '../../model/requests.ts'
import { namedOf } from '../../model/title.ts'
import { useCopy } from '../../shared/copy.ts'
import { IntakeError, type Failure } from '../../shared/failure.ts'
import { TakingBackContext } from '../../shared/taking-back.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

export type Moving = {
  readonly busy: boolean
  readonly failed: Failure | null
  /** What was done; empty when something else was done since. */
  readonly said: string
  readonly forget: () => void
  /** Moves it on. `why`: told to colleagues in a note. True when it has arrived. */
  readonly move: (to: RequestState, why?: string) => Promise<boolean>
  /** Takes the latest closing or handing over back; null when `UNDO` is over. */
  readonly undo: (() => void) | null
}

/**
 * Moves a request on, and takes that back for ten seconds, here or wherever the member goes meanwhile. It is moved at once,
 * and taken back by moving it again: were it held back for ten seconds, a tab that is closed would lose what a member has
 * done, and nobody would know.
 * @param by the form that moves it: what one has said goes when another does something
 */
export function useMoving(opened: Readable, by: string): Moving {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id, state: before } = opened.stored
  const [said, setSaid] = useSaid(by)
  const sending = useSending<PreparedMove>()
  const taking = useContext(TakingBackContext)
  /** Where what was moved last goes when it is taken back. */
  const backTo = useRef<RequestState>('opened')
  /** Whether what was done last was done by this form, and nobody has left its page since. */
  const isOwn = taking.last?.at?.id === id && taking.last.at.by === by && !taking.isElsewhere

  const send = (from: RequestState, move: PreparedMove): Promise<void> =>
    sendMove(opened.stored, from, move).catch((error: unknown) => {
      // A colleague was quicker, or the person has written: the page has to show where it stands now.
      if (error instanceof IntakeError && error.problem === 'state-changed') again()
      throw error
    })
  /** What takes a move back, from wherever that is asked for. */
  const wayBack = async (
    from: RequestState,
    to: RequestState,
    asideBefore: number | null,
  ): Promise<() => Promise<string>> => {
    // A note has to be understood by itself: a handing over leaves none that it could stand below.
    const undone = t('close.undone', { state: t(`state.${from}`) })
    const why = asideBefore === null ? undone : undefined
    const ready = await prepareMove(session, opened, to, asideBefore, why)
    return async () => {
      await send(from, ready)
      again()
      return t('close.backOf', { state: t(`state.${to}`), who: namedOf(opened, t) })
    }
  }
  const undo = async (): Promise<void> => {
    if ((await taking.takeBack()) !== null) setSaid(t('close.back', { state: t(`state.${backTo.current}`) }))
  }
  return {
    busy: sending.busy || (isOwn && taking.busy),
    failed: sending.failed ?? (isOwn ? taking.failed : null),
    said,
    forget: () => {
      setSaid('')
    },
    move: async (to, why) => {
      setSaid('')
      const upTo = asideBy(opened, to)
      // Up to which message it was laid aside before; null when this lays nothing aside.
      const asideBefore = upTo === null ? null : asideUpTo(opened.notes)
      const done = await sending.run(
        // What came since belongs to it too: it is laid aside with the rest, once it was seen.
        `${before} ${opened.stored.written} ${upTo} ${to} ${why ?? ''}`,
        () => prepareMove(session, opened, to, upTo, why),
        ready => send(before, ready),
      )
      if (!done) return false
      setSaid(t('detail.stateSaved', { state: t(`state.${to}`) }))
      const back = backFrom(to, before, asideBefore !== null)
      backTo.current = back
      if (to === 'closed' || to === 'handed-over')
        taking.did({
          at: { id, by },
          said: t('close.saidOf', { state: t(`state.${to}`), who: namedOf(opened, t) }),
          prepare: () => wayBack(to, back, asideBefore),
        })
      else taking.forget(id)
      again()
      return true
    },
    undo:
      isOwn && taking.can && said !== ''
        ? () => {
            undo().catch(reportError)
          }
        : null,
  }
}
