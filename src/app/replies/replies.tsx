import type { JSX } from 'preact'
import { Page } from '../../ui/index.ts'
import { Coming } from '../coming.tsx'
import { CodeScreen } from './code-screen.tsx'
import { GoneScreen } from './gone-screen.tsx'
import { useReplies } from './use-replies.ts'

/** Replies: one address for all screens. What the code opens is in memory only. */
export function Replies({ ready }: { readonly ready: boolean }): JSX.Element {
  const replies = useReplies(ready)
  const { shown, state, goTo, back, toTimes, toThread } = replies
  const { mailbox } = state
  const { here, failed } = replies.later
  return (
    <Page>
      {shown === 'gone' && <GoneScreen />}
      {shown === 'code' && <CodeScreen ready={ready} state={state} onOpen={replies.open} />}
      {/* Below the code, so that nothing moves from under a finger. The page fetched again is then the way on. */}
      {(failed || (mailbox && here === null)) && <Coming failed={failed} />}
      {mailbox && here && shown === 'thread' && (
        <here.ThreadScreen
          mailbox={mailbox}
          state={state}
          said={replies.said}
          text={replies.text}
          onText={replies.setText}
          onClose={replies.end}
          onBook={() => {
            toTimes(null)
          }}
          onMove={toTimes}
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
          moving={replies.moving}
          onBack={back}
          onBooked={toThread}
          onNoneLeft={replies.lookAgain}
        />
      )}
      {mailbox && here && shown === 'name' && (
        <here.NameScreen mailbox={mailbox} onBack={back} onSent={toThread} />
      )}
      {mailbox && here && shown === 'withdraw' && (
        <here.WithdrawScreen mailbox={mailbox} onBack={back} onGone={replies.goneNow} />
      )}
    </Page>
  )
}
