import type { JSX } from 'preact'
import type { RequestState } from '../../../core/contract/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { referenceOf } from '../../model/links.ts'
import { fromCitizen, type OpenedRequest } from '../../model/requests.ts'
import { shownTitle } from '../../model/title.ts'
import { hasOpenCrisis } from '../../model/urgency.ts'
import { act } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { Guarded } from '../../shared/guarded.tsx'
import { useSending } from '../../shared/use-sending.ts'
import { MarkedWords } from '../about/marked-words.tsx'
import { Tags } from '../about/tags.tsx'

/** Requests below each other; the whole of a card opens it. */
export function RequestList(props: {
  readonly requests: readonly OpenedRequest[]
  readonly level: 2 | 3
  readonly isSaid?: 'state' | undefined
}): JSX.Element {
  const { t } = useCopy()
  return (
    <ul class="request-list">
      {props.requests.map(opened => (
        <li key={opened.stored.id} class="request-card" data-crisis={hasOpenCrisis(opened) || undefined}>
          <Guarded instead={<p>{t('list.notShown', { reference: referenceOf(opened) })}</p>}>
            <Card {...props} opened={opened} />
          </Guarded>
        </li>
      ))}
    </ul>
  )
}

function Card(props: {
  readonly opened: OpenedRequest
  readonly level: 2 | 3
  readonly isSaid?: 'state' | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { onOpen } = useDesk()
  const { opened } = props
  const Title = `h${props.level}` as const
  return (
    <>
      <Title>
        {opened.envelope ? (
          <button
            type="button"
            onClick={() => {
              onOpen(opened.stored.id)
            }}
          >
            {shownTitle(opened, t)}
          </button>
        ) : (
          shownTitle(opened, t)
        )}
      </Title>
      <Tags opened={opened} isSaid={props.isSaid} />
      <LastWords opened={opened} />
    </>
  )
}

/** One line of what the person wrote last; the words to be read first, while a crisis is not answered. */
function LastWords({ opened }: { readonly opened: OpenedRequest }): JSX.Element | null {
  const sign = hasOpenCrisis(opened) ? opened.signs.find(one => !one.answered) : undefined
  if (sign)
    return (
      <p class="crisis-words">
        <MarkedWords text={sign.text} />
      </p>
    )
  const later = fromCitizen(opened.thread).findLast(message => message.text !== '')
  const text = later?.text ?? opened.envelope?.request.message
  return text ? <p class="last-words">{text}</p> : null
}

/** Requests that do not open: nothing can be read or answered, but each can be closed, so that it is erased in time. */
export function ShutList(props: { readonly requests: readonly OpenedRequest[] }): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <p>{t('list.unreadableText', { count: props.requests.length })}</p>
      <ul class="request-list">
        {props.requests.map(opened => (
          <li key={opened.stored.id} class="request-card">
            <Tags opened={opened} isSaid="state" />
            <CloseIt id={opened.stored.id} from={opened.stored.state} />
          </li>
        ))}
      </ul>
    </>
  )
}

function CloseIt({ id, from }: { readonly id: string; readonly from: RequestState }): JSX.Element {
  const { t } = useCopy()
  const { again } = useDesk()
  const sending = useSending<string>()
  const close = async (): Promise<void> => {
    const done = await sending.run(
      id,
      () => `/api/staff/requests/${id}/state`,
      to => act('POST', to, { from, state: 'closed' }),
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
      </Button>
      <span role="status">{sending.failed && sentenceFor(sending.failed, t)}</span>
    </p>
  )
}
