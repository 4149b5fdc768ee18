import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { requestState, type RequestState, type StaffSlot } from '../core/contract/index.ts'
import { BackLink, Button, Form, Heading, Notice, RadioGroup, SummaryList } from '../ui/index.ts'
import { act, IntakeError } from './api.ts'
import { asRows, asText } from './as-rows.ts'
import { useCopy } from './copy.ts'
import { titleOf } from './requests-page.tsx'
import type { OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'

/** One request, everything it says, to read, copy into the case system, and move on. */
export function RequestDetail(props: {
  readonly opened: OpenedRequest
  readonly slots: readonly StaffSlot[]
  readonly session: Session
  readonly onBack: () => void
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { opened, slots, onBack } = props
  const { t, lang } = useCopy()
  const rows = asRows(opened, slots, t, lang)
  const [copied, setCopied] = useState('')
  const { id, state } = opened.stored

  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
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
      <p>
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            void copy()
          }}
        >
          {t('detail.copy')}
        </Button>{' '}
        <span role="status">{copied}</span>
      </p>
      <StateForm {...props} />
    </>
  )
}

function StateForm(props: {
  readonly opened: OpenedRequest
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { id, state: before } = props.opened.stored
  const [state, setState] = useState<RequestState>(before === 'new' ? 'opened' : before)
  const [said, setSaid] = useState('')

  const save = async (): Promise<void> => {
    try {
      await act('POST', `/api/staff/requests/${id}/state`, { state })
      setSaid(t('detail.stateSaved'))
      props.onChanged()
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      if (error.problem === 'not-signed-in') props.onSignedOut()
      else setSaid(t('detail.failed'))
    }
  }
  return (
    <Form
      onSubmit={() => {
        void save()
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
        onChange={setState}
      />
      <p>
        <Button type="submit">{t('detail.stateSave')}</Button> <span role="status">{said}</span>
      </p>
    </Form>
  )
}
