import type { JSX } from 'preact'
import type { StatePost } from '../../../core/contract/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { referenceOf } from '../../model/links.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { useSending } from '../../shared/use-sending.ts'
import { Tags } from '../about/tags.tsx'
import { MarkBox } from '../../shared/marking.tsx'

/** Requests that do not open: nothing can be read or answered, but each can be closed, so that it is erased in time. */
export function ShutList(props: { readonly requests: readonly OpenedRequest[] }): JSX.Element {
  const { t } = useCopy()
  const { slots, today } = useDesk()
  return (
    <>
      <p>{t('list.unreadableText', { count: props.requests.length })}</p>
      <ul class="request-list">
        {props.requests.map(opened => (
          <li key={opened.stored.id} class="request-card">
            <MarkBox id={opened.stored.id} label={referenceOf(opened)} />
            <Tags opened={opened} slots={slots} today={today} isSaid="state" />
            <CloseIt opened={opened} />
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

function CloseIt({ opened }: { readonly opened: OpenedRequest }): JSX.Element {
  const { t } = useCopy()
  const { id, state: from, written } = opened.stored
  const { again } = useDesk()
  const sending = useSending<StatePost>()
  const close = async (): Promise<void> => {
    const done = await sending.run(
      id,
      () => ({ from, state: 'closed' as const, written }),
      body => call('move', { id, body }),
    )
    if (!done) return
    // The card goes to the finished ones, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    again()
  }
  return (
    <p class="act">
      <Button
        kind="quiet"
        busy={sending.busy}
        busyLabel={t('detail.stateSaving')}
        onClick={() => {
          close().catch(reportError)
        }}
      >
        {t('list.close')}
        <span class="visually-hidden"> {referenceOf(opened)}</span>
      </Button>
      <span role="status">{sending.failed && sentenceFor(sending.failed, t)}</span>
    </p>
  )
}
