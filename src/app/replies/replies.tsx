import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Booking } from '../../core/contract/index.ts'
import { Page } from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { Coming } from '../coming.tsx'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { useStepHistory } from '../flow/step-history.ts'
import { useLater } from '../use-later.ts'
import { CodeScreen } from './code-screen.tsx'
import { GoneScreen } from './gone-screen.tsx'
import { copyOfReplies, laterOfReplies } from './later.ts'
import { useMailbox } from './use-mailbox.ts'

/** A history entry holds the place in this list, so new ones go to its end. */
const screens = ['code', 'thread', 'times', 'name', 'withdraw', 'gone'] as const
type Screen = (typeof screens)[number]

/** Replies: one address for all screens. What the code opens is in memory only. */
export function Replies({ ready }: { readonly ready: boolean }): JSX.Element {
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
  const { here, failed } = useLater(laterOfReplies, ready, copyOfReplies)
  const { mailbox, close } = state
  const { receipt, setReceipt, writing, setWriting } = useCitizen()
  /** The mailbox of the receipt that this tab still has: withdrawn here, the receipt goes too. */
  const [ofReceipt, setOfReceipt] = useState(false)
  const [moving, setMoving] = useState<Booking | null>(null)
  const [said, setSaid] = useState('')
  const box = mailbox?.keys.mailboxHash
  /** What is being written: neither a look at the times, nor another page, nor Back may lose it. It wants its own code again. */
  const text = writing !== undefined && writing.mailbox === box ? writing.text : ''
  const setText = (next: string): void => {
    if (box !== undefined) setWriting(next === '' ? undefined : { mailbox: box, text: next })
  }
  // Without an open mailbox (a forward press, a reload) there is only the code to ask for, or the last word.
  const shown = screen === 'gone' ? 'gone' : mailbox === null ? 'code' : screen
  useShownFromTop(shown)

  useEffect(() => {
    // Back from the replies to the code closes them.
    if (screen === 'code' && mailbox !== null) close()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the mailbox opens while `code` is still shown
  }, [screen])

  const toThread = (sentence: string): void => {
    setSaid(sentence)
    back()
    state.refresh().catch(reportError)
  }

  return (
    <Page>
      {shown === 'gone' && <GoneScreen />}
      {shown === 'code' && (
        <CodeScreen
          ready={ready}
          state={state}
          onOpen={code => {
            setOfReceipt(code === receipt?.code)
            setSaid('')
            goTo('thread')
          }}
        />
      )}
      {/* Below the code, so that nothing moves from under a finger. The page fetched again is then the way on. */}
      {(failed || (mailbox && here === null)) && <Coming failed={failed} />}
      {mailbox && here && shown === 'thread' && (
        <here.ThreadScreen
          mailbox={mailbox}
          state={state}
          said={said}
          text={text}
          onText={setText}
          onClose={() => {
            // Who closes them by the button leaves nothing behind, as on leaving.
            setText('')
            close()
            replace('code')
          }}
          onBook={() => {
            setSaid('')
            setMoving(null)
            goTo('times')
          }}
          onMove={booking => {
            setSaid('')
            setMoving(booking)
            goTo('times')
          }}
          onName={() => {
            goTo('name')
          }}
          onWithdraw={() => {
            goTo('withdraw')
          }}
        />
      )}
      {mailbox && here && shown === 'times' && (
        <here.TimesScreen
          mailbox={mailbox}
          moving={moving}
          onBack={back}
          onBooked={toThread}
          onNoneLeft={() => {
            state.refresh().catch(reportError)
          }}
        />
      )}
      {mailbox && here && shown === 'name' && (
        <here.NameScreen mailbox={mailbox} onBack={back} onSent={toThread} />
      )}
      {mailbox && here && shown === 'withdraw' && (
        <here.WithdrawScreen
          mailbox={mailbox}
          onBack={back}
          onGone={() => {
            close()
            if (ofReceipt) setReceipt(null)
            setText('')
            replace('gone')
          }}
        />
      )}
    </Page>
  )
}
