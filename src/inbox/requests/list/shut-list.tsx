import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { mayMove } from '../../../core/contract/index.ts'
import { Actions, Button, Form } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { referenceOf } from '../../model/links.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { namedOf } from '../../model/title.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { TakingBackContext } from '../../shared/taking-back.ts'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { useSending } from '../../shared/use-sending.ts'
import { Tags } from '../about/tags.tsx'
import { useReason } from '../about/use-reason.tsx'
import { MarkBox } from '../../shared/marking.tsx'

/** Requests that do not open: nothing can be read or answered, but each can be closed, so that it is erased in time. */
export function ShutList(props: { readonly requests: readonly OpenedRequest[] }): JSX.Element {
  const { t } = useCopy()
  const { session, slots, today } = useDesk()
  // On a page that is older than the keys it may be anybody's.
  const isBehind = session.isBehind === true
  return (
    <>
      <p>{isBehind ? t('behind.shut') : t('list.unreadableText', { count: props.requests.length })}</p>
      <ul class="request-list">
        {props.requests.map(opened => (
          <li key={opened.stored.id} class="request-card">
            <MarkBox id={opened.stored.id} label={referenceOf(opened)} />
            <Tags opened={opened} slots={slots} today={today} isSaid="state" />
            {!isBehind && <CloseIt opened={opened} />}
            <p class="reference" translate={false}>
              <span class="visually-hidden">{t('detail.reference', { reference: '' })}</span>
              {referenceOf(opened)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Why one that nobody can read is closed. */
const REASONS = ['keys', 'broken', 'other'] as const

/** Closes one, once it is said why: it may be a real person's, and nobody can open it again to see. */
function CloseIt({ opened }: { readonly opened: OpenedRequest }): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id, state: from, written } = opened.stored
  const [isAsking, setAsking] = useState(false)
  const why = useReason(
    `reason-${id}`,
    REASONS.map(value => ({ value, label: t(`close.shutReasons.${value}`) })),
  )
  const sending = useSending<PreparedNote>()
  const { did } = useContext(TakingBackContext)
  /** What opens it again, with a word to those who read why it was closed. */
  const wayBack = async (): Promise<() => Promise<string>> => {
    const to = mayMove('closed', from) ? from : 'opened'
    const note = await prepareNote(session, id, {
      event: 'text',
      text: t('close.undone', { state: t('state.closed') }),
      after: opened.notes,
    })
    return async () => {
      await sendNote(id, note)
      await call('move', { id, body: { from: 'closed', state: to, written } })
      again()
      return t('close.backOf', { state: t(`state.${to}`), who: namedOf(opened, t) })
    }
  }
  const place = useFocusOn<HTMLDivElement>(isAsking ? 'input' : '[data-asks]')
  const close = async (): Promise<void> => {
    const text = why.note
    if (!why.isGiven() || text === undefined) return
    const done = await sending.run(
      text,
      () => prepareNote(session, id, { event: 'text', text, after: opened.notes }),
      async note => {
        // Said first: of what is closed without a word nobody would know why.
        await sendNote(id, note)
        await call('move', { id, body: { from, state: 'closed', written } })
      },
    )
    if (!done) return
    // The card goes to the finished ones, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    did({
      at: null,
      said: t('close.saidOf', { state: t('state.closed'), who: namedOf(opened, t) }),
      prepare: wayBack,
    })
    again()
  }
  return (
    <div ref={place} class="close-shut">
      {isAsking ? (
        <Form
          onSubmit={() => {
            close().catch(reportError)
          }}
        >
          {why.ask()}
          <Actions>
            <Button type="submit" kind="quiet" busy={sending.busy} busyLabel={t('detail.stateSaving')}>
              {t('list.close')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('detail.closeNot')}
            </Button>
          </Actions>
        </Form>
      ) : (
        <p class="act">
          <Button
            kind="quiet"
            data-asks=""
            onClick={() => {
              setAsking(true)
            }}
          >
            {t('list.close')}
            <span class="visually-hidden"> {referenceOf(opened)}</span>
          </Button>
        </p>
      )}
      <span role="status">{sending.failed && sentenceFor(sending.failed, t)}</span>
    </div>
  )
}
