import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Booking } from '../../core/contract/index.ts'
import type { ReturnCode } from '../../core/sealing/return-code.ts'
import { useCitizen } from '../citizen.ts'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { useStepHistory } from '../flow/step-history.ts'
import { useLater } from '../use-later.ts'
import { copyOfReplies, laterOfReplies } from './later.ts'
import type { MailboxState } from './mailbox-state.ts'
import type { Said } from './thread-screen.tsx'
import { useMailbox } from './use-mailbox.ts'
import { useWriting } from './use-writing.ts'

/** A history entry holds the place in this list, so new ones go to its end. */
const screens = ['code', 'thread', 'times', 'name', 'withdraw', 'gone'] as const
type Screen = (typeof screens)[number]

type Replies = {
  readonly shown: Screen
  readonly state: MailboxState
  /** What opens a mailbox, and the screens of an open one. */
  readonly later: ReturnType<typeof useLater<Awaited<ReturnType<(typeof laterOfReplies)['fetch']>>>>
  /** What was just done, for the thread to say. */
  readonly said: Said | null
  /** The time to be moved; null to book one more. */
  readonly moving: Booking | null
  readonly text: string
  readonly setText: (text: string) => void
  readonly goTo: (screen: Screen) => void
  readonly back: () => void
  /** From the code, which has opened them. */
  readonly open: (code: ReturnCode) => void
  readonly toTimes: (moving: Booking | null) => void
  /** Back to the thread, with what was done. */
  readonly toThread: (said: Said) => void
  readonly lookAgain: () => void
  readonly end: () => void
  /** All of it is withdrawn. */
  readonly goneNow: () => void
}

/** The replies from the code to the last word: which screen is shown, and what leads to another. */
export function useReplies(ready: boolean): Replies {
  const {
    wanted: screen,
    goTo,
    replace,
    back: pop,
  } = useStepHistory<Screen>(
    screens,
    () => 'code',
    () => false, // nothing is open when the page starts, whatever an old entry says
  )
  const back = useCallback(() => {
    if (!pop()) replace('thread')
  }, [pop, replace])
  const toCode = useCallback(() => {
    replace('code')
  }, [replace])
  const state = useMailbox(toCode)
  const later = useLater(laterOfReplies, ready, copyOfReplies)
  const { mailbox, close } = state
  const { receipt, setReceipt } = useCitizen()
  const [text, setText] = useWriting(mailbox)
  /** The mailbox of the receipt that this tab still has: withdrawn here, the receipt goes too. */
  const [ofReceipt, setOfReceipt] = useState(false)
  const [moving, setMoving] = useState<Booking | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  // Without an open mailbox (a forward press, a reload) there is only the code to ask for, or the last word.
  const shown = screen === 'gone' ? 'gone' : mailbox === null ? 'code' : screen
  useShownFromTop(shown)

  useEffect(() => {
    // Back from the replies to the code closes them.
    if (screen === 'code' && mailbox !== null) close()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the mailbox opens while `code` is still shown
  }, [screen])

  const lookAgain = (): void => {
    state.refresh().catch(reportError)
  }
  return {
    shown,
    state,
    later,
    said,
    moving,
    text,
    setText,
    goTo,
    back,
    open: code => {
      setOfReceipt(code === receipt?.code)
      setSaid(null)
      goTo('thread')
    },
    toTimes: booking => {
      setSaid(null)
      setMoving(booking)
      goTo('times')
    },
    toThread: done => {
      setSaid(done)
      back()
      lookAgain()
    },
    lookAgain,
    end: () => {
      // Who closes them by the button leaves nothing behind, as on leaving.
      setText('')
      close()
      toCode()
    },
    goneNow: () => {
      close()
      if (ofReceipt) setReceipt(null)
      setText('')
      replace('gone')
    },
  }
}
