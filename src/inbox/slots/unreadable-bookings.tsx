import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { AskBefore, Notice } from '../../ui/index.ts'
import { cancelBookings, unreadableBookings } from './cancel.ts'
import { useCopy } from '../shared/copy.ts'
import { useDesk } from '../model/desk.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useSending } from '../shared/use-sending.ts'

/** Bookings of requests that do not open: perhaps a real person who cannot be told, so it is asked before they go. */
export function UnreadableBookings(props: { readonly onDone: (said: string) => void }): JSX.Element | null {
  const { t } = useCopy()
  const { session, slots, requests, again } = useDesk()
  const ids = unreadableBookings(slots, requests)
  const count = ids.length
  /** The bookings the question is about: another may come while it is being asked. */
  const [asked, setAsked] = useState<readonly string[]>([])
  const sending = useSending<readonly string[]>()
  // On a page that is older than the keys they may be anybody's.
  if (count === 0 || session.isBehind === true) return null
  const cancel = async (those: readonly string[]): Promise<boolean> => {
    if (!(await sending.run(those.join(' '), () => those, cancelBookings))) return false
    props.onDone(t('unreadable.done', { count: those.length }))
    // The notice goes, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    again()
    return true
  }
  return (
    <Notice tone="care" title={t('unreadable.title', { count })}>
      <p>{t('unreadable.text', { count })}</p>
      {/* Not of the dangerous kind: its bin would be wrong, for nothing is erased, and the slot is free again. */}
      <AskBefore
        ask={t('unreadable.button', { count })}
        label={t('unreadable.title', { count })}
        question={t('unreadable.ask', { count: asked.length })}
        yes={t('unreadable.yes')}
        yesKind="quiet"
        busyLabel={t('cancel.busy')}
        no={t('unreadable.no', { count: asked.length })}
        onAsking={asking => {
          if (asking) setAsked(ids)
        }}
        onYes={() => cancel(asked)}
      />
      <div role="status">{sending.failed && <p>{sentenceFor(sending.failed, t)}</p>}</div>
    </Notice>
  )
}
