import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ReturnCode } from '../../core/sealing/return-code.ts'
import { onLeave } from '../leave/on-leave.ts'
import { useUnsaved } from '../offline/use-unsaved.ts'
import { laterOfReplies } from './later.ts'
import type { MailboxState, NotOpened } from './mailbox-state.ts'
import type { Mailbox } from './mailbox.ts'
import { useWhileOpen } from './use-while-open.ts'

type Parts = Awaited<ReturnType<(typeof laterOfReplies)['fetch']>>

/** What opens a mailbox; null when it could not be fetched: with a network it can. */
const parts = async (): Promise<Parts | null> =>
  laterOfReplies.fetch().catch((error: unknown) => {
    reportError(error)
    return null
  })

const endSealing = (): void => {
  laterOfReplies.here()?.endSealing()
}

/** The open mailbox: kept in memory, forgotten on leaving, on closing, and when nobody has touched the page for long. */
export function useMailbox(onGone: () => void): MailboxState {
  const [mailbox, setMailbox] = useState<Mailbox | null>(null)
  const [busy, setBusy] = useState(false)
  const [stale, setStale] = useState(false)
  const current = useRef<Mailbox | null>(null)
  current.current = mailbox
  /** Counts closings: what was under way when it was closed must not open it again. */
  const turn = useRef(0)

  const close = useCallback(() => {
    turn.current++
    endSealing()
    setMailbox(null)
    setStale(false)
  }, [])
  const wipe = useCallback(() => {
    close()
    onGone()
  }, [close, onGone])

  const open = useCallback(async (code: ReturnCode): Promise<NotOpened | null> => {
    const mine = turn.current
    setBusy(true)
    try {
      const come = await parts()
      if (mine !== turn.current) return null
      if (come === null) return 'unreachable'
      const opening = await come.openByCode(code)
      if (mine !== turn.current) return null
      if (opening.kind !== 'open') return opening.kind
      setMailbox(opening.mailbox)
      setStale(false)
      return null
    } catch (error) {
      if (mine !== turn.current) return null // closed while it opened
      reportError(error)
      return 'broken'
    } finally {
      setBusy(false)
    }
  }, [])

  const refresh = useCallback(async (): Promise<boolean> => {
    const before = current.current
    const here = laterOfReplies.here()
    if (!before || !here) return false
    const mine = turn.current
    setBusy(true)
    try {
      const opening = await here.fetchMailbox(before.keys)
      if (mine !== turn.current) return false
      if (opening.kind === 'unknown') wipe()
      else {
        // What was written meanwhile and waits on the phone is shown all the same.
        const now =
          opening.kind === 'open' ? opening.mailbox : await here.assemble(before.keys, before.answer)
        if (mine !== turn.current) return false
        setMailbox(now)
      }
      setStale(opening.kind !== 'open')
      return opening.kind === 'open'
    } catch (error) {
      if (mine !== turn.current) return false
      reportError(error)
      setStale(true)
      return false
    } finally {
      setBusy(false)
    }
  }, [wipe])

  const prepare = useCallback(() => {
    const mine = turn.current
    laterOfReplies.fetch().then(
      ({ prepareSealing }) => {
        if (mine === turn.current) prepareSealing()
      },
      () => {
        // It is asked for again when the code is sent, and told then.
      },
    )
  }, [])

  const isOpen = mailbox !== null
  useUnsaved(isOpen)
  useEffect(() => onLeave(close), [close])
  // Going to another page of the app closes it, and what was still on its way then opens nothing.
  useEffect(
    () => () => {
      turn.current++
      endSealing()
    },
    [],
  )
  useWhileOpen(isOpen, refresh, wipe)

  return { mailbox, busy, stale, open, prepare, refresh, close }
}
