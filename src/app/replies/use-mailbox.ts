import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ReturnCode } from '../../core/sealing/return-code.ts'
import { sayQuiet } from '../idle/quiet.ts'
import { watchUntouched } from '../idle/untouched.ts'
import { onLeave } from '../leave/on-leave.ts'
import { useUnsaved } from '../offline/use-unsaved.ts'
import { onOutbox } from '../outbox/outbox.ts'
import { endSealing, prepareSealing } from '../sealing/beside.ts'
import { assemble, fetchMailbox, openByCode, type Mailbox, type Opening } from './mailbox.ts'

/** Why there is no open mailbox. */
export type NotOpened = Exclude<Opening['kind'], 'open'>

export type MailboxState = {
  readonly mailbox: Mailbox | null
  readonly busy: boolean
  /** The last look could not be taken: what is shown is older. */
  readonly stale: boolean
  readonly open: (code: ReturnCode) => Promise<NotOpened | null>
  /** Fetches what opens while the code is typed. */
  readonly prepare: () => void
  /** Looks again; resolves to false when nobody answered. */
  readonly refresh: () => Promise<boolean>
  readonly close: () => void
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

  const open = useCallback(async (code: ReturnCode): Promise<NotOpened | null> => {
    const mine = turn.current
    setBusy(true)
    try {
      const opening = await openByCode(code)
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
    if (!before) return false
    const mine = turn.current
    setBusy(true)
    try {
      const opening = await fetchMailbox(before.keys)
      if (mine !== turn.current) return false
      if (opening.kind === 'open') setMailbox(opening.mailbox)
      // What was written meanwhile and waits on the phone is shown all the same.
      else if (opening.kind !== 'unknown') setMailbox(await assemble(before.keys, before.answer))
      if (opening.kind === 'unknown') {
        close()
        onGone()
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
  }, [close, onGone])

  const isOpen = mailbox !== null
  useUnsaved(isOpen)
  useEffect(() => onLeave(close), [close])
  // Going to another page of the app closes it.
  useEffect(() => endSealing, [])
  useEffect(() => {
    if (!isOpen) return undefined
    return onOutbox(({ outcome }) => {
      if (outcome.kind === 'sent') refresh().catch(reportError)
    })
  }, [isOpen, refresh])
  useEffect(() => {
    if (!isOpen) return undefined
    return watchUntouched({
      warn: () => {
        sayQuiet('warned')
      },
      back: () => {
        sayQuiet('here')
      },
      wiped: () => {
        sayQuiet('gone')
        close()
        onGone()
      },
    })
  }, [isOpen, close, onGone])

  return { mailbox, busy, stale, open, prepare: prepareSealing, refresh, close }
}
