import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Booking } from '../../core/contract/index.ts'
import { Page } from '../../ui/index.ts'
import { CodeScreen } from './code-screen.tsx'
import { NameScreen } from './name-screen.tsx'
import { ThreadScreen } from './thread-screen.tsx'
import { TimesScreen } from './times-screen.tsx'
import { useMailbox } from './use-mailbox.ts'
import { useScreen } from './use-screen.ts'
import { GoneScreen, WithdrawScreen } from './withdraw-screen.tsx'

/** Replies: one address for all screens. What the code opens is in memory only. */
export function Replies({ ready }: { readonly ready: boolean }): JSX.Element {
  const { screen, goTo, replace, back } = useScreen()
  const toCode = useCallback(() => {
    replace('code')
  }, [replace])
  const state = useMailbox(toCode)
  const { mailbox, close } = state
  const [moving, setMoving] = useState<Booking | null>(null)
  const [said, setSaid] = useState('')
  // Without an open mailbox (a forward press, a reload) there is only the code to ask for, or the last word.
  const shown = screen === 'gone' ? 'gone' : mailbox === null ? 'code' : screen
  useFocusOnChange(shown)

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
          onOpen={() => {
            setSaid('')
            goTo('thread')
          }}
        />
      )}
      {mailbox && shown === 'thread' && (
        <ThreadScreen
          mailbox={mailbox}
          state={state}
          said={said}
          onClose={() => {
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
      {mailbox && shown === 'times' && (
        <TimesScreen
          mailbox={mailbox}
          moving={moving}
          onBack={back}
          onBooked={toThread}
          onNoneLeft={() => {
            state.refresh().catch(reportError)
          }}
        />
      )}
      {mailbox && shown === 'name' && <NameScreen mailbox={mailbox} onBack={back} onSent={toThread} />}
      {mailbox && shown === 'withdraw' && (
        <WithdrawScreen
          mailbox={mailbox}
          onBack={back}
          onGone={() => {
            close()
            replace('gone')
          }}
        />
      )}
    </Page>
  )
}

/** Focus goes to the heading of each new screen. */
function useFocusOnChange(shown: string): void {
  const beforeRef = useRef(shown)
  useEffect(() => {
    if (beforeRef.current !== shown) {
      document.querySelector<HTMLElement>('main h1')?.focus()
      scrollTo(0, 0)
    }
    beforeRef.current = shown
  }, [shown])
}
