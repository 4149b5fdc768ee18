import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { daysAfter, nameOfDay } from '../core/calendar/times.ts'
import { figure } from '../core/facts/index.ts'
import { MESSAGE_TEXT_MAX } from '../core/sealing/index.ts'
import { Button, Fold, Form, MessageField, Notice, TextField } from '../ui/index.ts'
import type { IntakeError } from './api.ts'
import { useCopy } from './copy.ts'
import { replyKey, useDraft } from './drafts.ts'
import { prepareReply, sendReply, type Prepared } from './reply.ts'
import type { Readable } from './requests.ts'
import type { Session } from './session.ts'
import { useSending } from './use-sending.ts'

type Props = {
  readonly opened: Readable
  readonly session: Session
  readonly onSent: () => void
  readonly onSignedOut: () => void
}

/** Answer in the thread. */
export function ReplyForm(props: Props): JSX.Element {
  const { t } = useCopy()
  const { session, opened } = props
  const [draft, setDraft] = useDraft(replyKey(opened.stored.id))
  const text = draft ?? ''
  const [error, setError] = useState<string | undefined>(undefined)
  const [said, setSaid] = useState('')
  const sending = useSending<Prepared>(props.onSignedOut)

  const submit = async (): Promise<void> => {
    const words = text.trim()
    const wrong =
      words === '' ? t('reply.empty') : words.length > MESSAGE_TEXT_MAX ? t('reply.long') : undefined
    setError(wrong)
    setSaid('')
    if (wrong !== undefined) return
    const done = await sending.run(
      words,
      () => prepareReply(session, opened.stored.id, { text: words }),
      sendReply,
    )
    if (!done) return
    setDraft(undefined)
    setSaid(t('reply.sent'))
    props.onSent()
  }
  return (
    <Form
      onSubmit={() => {
        submit().catch(reportError)
      }}
    >
      <MessageField
        name="reply"
        label={t('reply.label')}
        hint={t('reply.hint')}
        error={error}
        value={text}
        onInput={next => {
          setDraft(next)
          setSaid('')
        }}
        rows={6}
        maxLength={MESSAGE_TEXT_MAX}
        left={
          text.length > MESSAGE_TEXT_MAX - 300
            ? t('reply.left', { left: MESSAGE_TEXT_MAX - text.length })
            : undefined
        }
        autoComplete="off"
      />
      <p class="act">
        <Button type="submit" busy={sending.busy} busyLabel={t('reply.sending')}>
          {t('reply.button')}
        </Button>
        <span role="status">{said}</span>
      </p>
      <NotSent failed={sending.failed} />
    </Form>
  )
}

/** One tap: "we confirm: the time limit is …". Proposes the guarantee's days from the day the request came. */
export function ConfirmForm(props: Props): JSX.Element {
  const { t, lang } = useCopy()
  const { session, opened } = props
  const [day, setDay] = useState(() =>
    daysAfter(opened.stored.receivedOn, figure('guarantee-14-days').max ?? 14),
  )
  const [said, setSaid] = useState('')
  const sending = useSending<Prepared>(props.onSignedOut)
  const valid = /^\d{4}-\d\d-\d\d$/.test(day)

  const confirm = async (): Promise<void> => {
    setSaid('')
    const done = await sending.run(
      day,
      () => prepareReply(session, opened.stored.id, { text: '', confirms: day }),
      sendReply,
    )
    if (!done) return
    setSaid(t('confirm.sent'))
    props.onSent()
  }
  return (
    <>
      <p>{t('confirm.lead', { received: nameOfDay(opened.stored.receivedOn, lang) })}</p>
      {valid && (
        <p class="act">
          <Button
            kind="quiet"
            busy={sending.busy}
            busyLabel={t('reply.sending')}
            onClick={() => {
              confirm().catch(reportError)
            }}
          >
            {t('confirm.button', { day: nameOfDay(day, lang) })}
          </Button>
          <span role="status">{said}</span>
        </p>
      )}
      <NotSent failed={sending.failed} />
      <Fold summary={t('confirm.other')}>
        <TextField
          name="confirms"
          type="date"
          width="short"
          label={t('confirm.day')}
          value={day}
          onInput={setDay}
          autoComplete="off"
        />
      </Fold>
    </>
  )
}

/** Why it was not sent: the intake cannot be reached now, or the request is there no more. */
function NotSent({ failed }: { readonly failed: IntakeError['problem'] | null }): JSX.Element | null {
  const { t } = useCopy()
  if (failed === null) return null
  return (
    <Notice tone="care" live>
      <p>{t(failed === 'not-found' || failed === 'erased' ? 'reply.gone' : 'reply.failed')}</p>
    </Notice>
  )
}
