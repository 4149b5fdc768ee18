import type { JSX } from 'preact'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Button } from '../../ui/index.ts'
import { act } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { fromCitizen, type OpenedRequest } from '../model/requests.ts'
import { Tags } from './tags.tsx'
import { shownTitle } from '../model/title.ts'
import { hasOpenCrisis } from '../model/urgency.ts'
import { useSending } from '../shared/use-sending.ts'

/** Requests below each other; the whole of a card opens it. */
export function RequestList(props: {
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  readonly level: 2 | 3
  readonly isSaid?: 'state' | undefined
  readonly onOpen: (id: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const Title = `h${props.level}` as const
  return (
    <ul class="request-list">
      {props.requests.map(opened => (
        <li key={opened.stored.id} class="request-card" data-crisis={hasOpenCrisis(opened) || undefined}>
          <Title>
            {opened.envelope ? (
              <button
                type="button"
                onClick={() => {
                  props.onOpen(opened.stored.id)
                }}
              >
                {shownTitle(opened, t)}
              </button>
            ) : (
              shownTitle(opened, t)
            )}
          </Title>
          <Tags {...props} opened={opened} />
          <LastWords opened={opened} />
        </li>
      ))}
    </ul>
  )
}

/** One line of what the person wrote last. */
function LastWords({ opened }: { readonly opened: OpenedRequest }): JSX.Element | null {
  const later = fromCitizen(opened.thread).findLast(message => message.text !== '')
  const text = later?.text ?? opened.envelope?.request.message
  return text ? <p class="last-words">{text}</p> : null
}

/** Requests that do not open: nothing can be read or answered, but each can be closed, so that it is erased in time. */
export function ShutList(props: {
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <p>{t('list.unreadableText', { count: props.requests.length })}</p>
      <ul class="request-list">
        {props.requests.map(opened => (
          <li key={opened.stored.id} class="request-card">
            <Tags {...props} opened={opened} isSaid="state" />
            <CloseIt {...props} id={opened.stored.id} />
          </li>
        ))}
      </ul>
    </>
  )
}

function CloseIt(props: {
  readonly id: string
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const sending = useSending<string>(props.onSignedOut)
  const close = async (): Promise<void> => {
    const path = `/api/staff/requests/${props.id}/state`
    const done = await sending.run(
      props.id,
      () => Promise.resolve(path),
      to => act('POST', to, { state: 'closed' }),
    )
    if (!done) return
    // The card goes to the finished ones, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    props.onChanged()
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
      </Button>
      <span role="status">{sending.failed && t('detail.failed')}</span>
    </p>
  )
}
