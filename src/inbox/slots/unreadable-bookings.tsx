import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Confirm, Notice } from '../../ui/index.ts'
import { cancelBookings, unreadableBookings } from './cancel.ts'
import { useCopy } from '../shared/copy.ts'
import { useDesk } from '../model/desk.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useSending } from '../shared/use-sending.ts'

/** Bookings of requests that do not open: perhaps a real person who cannot be told, so it is asked before they go. */
export function UnreadableBookings(props: { readonly onDone: (said: string) => void }): JSX.Element | null {
  const { t } = useCopy()
  const { slots, requests, again } = useDesk()
  const ids = unreadableBookings(slots, requests)
  const count = ids.length
  /** The bookings the question is about: another may come while it is being asked. */
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const sending = useSending<readonly string[]>()
  if (count === 0) return null
  const cancel = async (those: readonly string[]): Promise<void> => {
    if (!(await sending.run(those.join(' '), () => those, cancelBookings))) return
    setAsked(null)
    props.onDone(t('unreadable.done', { count: those.length }))
    // The notice goes, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    again()
  }
  return (
    <Notice tone="care" title={t('unreadable.title', { count })}>
      <p>{t('unreadable.text', { count })}</p>
      <Confirm
        asking={asked !== null}
        label={t('unreadable.title', { count })}
        question={t('unreadable.ask', { count: asked?.length ?? count })}
        answers={
          <>
            {/* Not of the dangerous kind: its bin would be wrong, for nothing is erased, and the slot is free again. */}
            <Button
              kind="quiet"
              busy={sending.busy}
              busyLabel={t('cancel.busy')}
              onClick={() => {
                cancel(asked ?? []).catch(reportError)
              }}
            >
              {t('unreadable.yes')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsked(null)
              }}
            >
              {t('unreadable.no', { count: asked?.length ?? count })}
            </Button>
          </>
        }
      >
        <Button
          kind="quiet"
          data-asks=""
          onClick={() => {
            setAsked(ids)
          }}
        >
          {t('unreadable.button', { count })}
        </Button>
      </Confirm>
      <div role="status">{sending.failed && <p>{sentenceFor(sending.failed, t)}</p>}</div>
    </Notice>
  )
}
