import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { requestState, type RequestState, type StaffSlot } from '../core/contract/index.ts'
import { BackLink, Button, Fold, Form, Heading, Notice, RadioGroup, SummaryList } from '../ui/index.ts'
import { act } from './api.ts'
import { asRows, asText } from './as-rows.ts'
import { useCopy } from './copy.ts'
import { Links } from './link-form.tsx'
import { ConfirmForm, ReplyForm } from './reply-form.tsx'
import type { OpenedRequest, Readable } from './requests.ts'
import type { Session } from './session.ts'
import { ThreadView } from './thread-view.tsx'
import { titleOf } from './title.ts'
import { useSending } from './use-sending.ts'

type Props = {
  readonly opened: Readable
  readonly all: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  readonly session: Session
  readonly onBack: () => void
  readonly onOpen: (id: string) => void
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}

/** One request: everything it says, the thread with its answer, and moving it on. */
export function RequestDetail(props: Props): JSX.Element {
  const { opened, slots, onBack, onChanged } = props
  const { t, lang } = useCopy()
  const rows = asRows(opened, slots, t, lang)
  const [copied, setCopied] = useState('')
  const { id, state } = opened.stored

  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
    scrollTo(0, 0)
  }, [id])
  useEffect(() => {
    // Looking at a new request is opening it; a failure shows when the state is set by hand.
    if (state === 'new')
      act('POST', `/api/staff/requests/${id}/state`, { state: 'opened' }).catch(() => undefined)
  }, [id, state])

  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(asText(rows)).then(
      () => true,
      () => false,
    )
    setCopied(t(done ? 'detail.copied' : 'detail.copyFailed'))
  }
  const forms = { ...props, onSent: onChanged }

  return (
    <>
      <BackLink onClick={onBack}>{t('detail.back')}</BackLink>
      <Heading focusable>{titleOf(opened, t)}</Heading>
      {opened.crises.length > 0 && (
        <Notice tone="urgent">
          {opened.crises.map(crisis => (
            <p key={crisis}>{t(`crisis.${crisis}`)}</p>
          ))}
        </Notice>
      )}
      <SummaryList rows={rows} />
      <p class="act">
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            copy().catch(reportError)
          }}
        >
          {t('detail.copy')}
        </Button>
        <span role="status">{copied}</span>
      </p>
      <Heading level={2}>{t('thread.title')}</Heading>
      <ThreadView opened={opened} />
      <ReplyForm key={`reply-${id}`} {...forms} />
      <Fold
        key={`confirm-${id}`}
        summary={t('confirm.title')}
        open={opened.envelope.request.wish === 'treatment'}
      >
        <ConfirmForm {...forms} />
      </Fold>
      <Links key={`links-${id}`} {...props} onLinked={onChanged} />
      <StateForm key={`state-${id}`} {...props} />
    </>
  )
}

function StateForm(props: Pick<Props, 'opened' | 'onChanged' | 'onSignedOut'>): JSX.Element {
  const { t } = useCopy()
  const { id, state: before } = props.opened.stored
  const [state, setState] = useState<RequestState>(before === 'new' ? 'opened' : before)
  const [said, setSaid] = useState('')
  const sending = useSending<RequestState>(props.onSignedOut)
  useEffect(() => {
    // A reply moves it on, or a colleague has.
    setState(before === 'new' ? 'opened' : before)
  }, [before])

  const save = async (): Promise<void> => {
    setSaid('')
    const done = await sending.run(
      state,
      () => Promise.resolve(state),
      chosen => act('POST', `/api/staff/requests/${id}/state`, { state: chosen }),
    )
    setSaid(done ? t('detail.stateSaved', { state: t(`state.${state}`) }) : '')
    if (done) props.onChanged()
  }
  return (
    <Form
      onSubmit={() => {
        save().catch(reportError)
      }}
    >
      <RadioGroup
        name="state"
        legend={t('detail.stateLegend')}
        hint={t('detail.stateHint')}
        options={requestState.options
          .filter(value => value !== 'new')
          .map(value => ({ value, label: t(`state.${value}`) }))}
        value={state}
        onChange={chosen => {
          setState(chosen)
          setSaid('')
        }}
      />
      <p class="act">
        <Button type="submit" busy={sending.busy} busyLabel={t('detail.stateSaving')}>
          {t('detail.stateSave')}
        </Button>
        <span role="status">{sending.failed ? t('detail.failed') : said}</span>
      </p>
    </Form>
  )
}
