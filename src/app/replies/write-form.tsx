import type { JSX } from 'preact'
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { checkStep, MESSAGE_CHARACTERS, type Why } from '../../core/request/index.ts'
import { lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { Button, ErrorSummary, Form, Heading, MessageField, Notice, useSubmit } from '../../ui/index.ts'
import { CitizenContext } from '../citizen.ts'
import { useCopy, type T } from '../copy/copy.ts'
import { CrisisWatch } from '../crisis/crisis-card.tsx'
import { useCrisisReady } from '../crisis/use-crises.ts'
import { kindsOf } from './kinds.ts'
import { write, type Mailbox, type Sent } from './mailbox.ts'

/** Write back in the thread. What was typed stays until the phone has it sealed; from then on more can be written. */
export function WriteForm(props: {
  readonly mailbox: Mailbox
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSent: () => Promise<unknown>
}): JSX.Element {
  const { t, lang, today } = useCopy()
  const { text, onText } = props
  const [wrong, setWrong] = useState<Why | 'empty' | undefined>(undefined)
  // Put into words as it is drawn: the language may be changed while it stands there.
  const error = wrong === 'empty' ? t('replies:write.empty') : wrong && t(`request:errors.${wrong}`)
  const [sent, setSent] = useState<Sent | null>(null)
  const [isKept, setKept] = useState(false)
  /** What stands there now; null once it is not shown any more. */
  const now = useRef<string | null>(null)
  useLayoutEffect(() => {
    now.current = text
    return () => {
      now.current = null
    }
  }, [text])
  const citizen = useContext(CitizenContext)
  useCrisisReady()

  const { busy, attempt, submit } = useSubmit({
    check() {
      setSent(null)
      setKept(false)
      const [found] = checkStep('review', { message: text })
      const why = text.trim() === '' ? 'empty' : found?.why
      setWrong(why)
      return why === undefined
    },
    async send() {
      const words = { text: text.trim() }
      const result = await write(props.mailbox, words, {
        onKept() {
          setKept(true)
          // A reload must not show it as unsent; what has been written meanwhile is another message.
          if ((now.current ?? text) === text) onText('')
        },
        onBack() {
          if (now.current === null) return false
          onText(now.current ? `${text}\n\n${now.current}` : text)
          return true
        },
      })
      if (result === 'sent' || result === 'waiting') await props.onSent()
      setSent(result)
    },
  })

  return (
    <section class="part flow">
      <Heading level={2}>{t('replies:write.title')}</Heading>
      <ErrorSummary
        title={t('request:errors.title')}
        errors={error === undefined ? [] : [{ name: 'message', text: error }]}
        attempt={attempt}
      />
      <Form onSubmit={submit}>
        <MessageField
          name="message"
          label={t('replies:write.label')}
          hint={t('replies:write.hint')}
          error={error}
          value={text}
          onInput={onText}
          // While it is being sealed: what is changed now would not come along.
          readOnly={busy && !isKept}
          maxLength={MESSAGE_CHARACTERS}
          left={
            text.length > MESSAGE_CHARACTERS - 200 ? roomLeft(MESSAGE_CHARACTERS - text.length, t) : undefined
          }
          autoComplete="off"
        />
        <CrisisWatch text={text} young={kindsOf(props.mailbox).includes('youth-talk')} />
        <p>
          <Button type="submit" busy={busy} busyLabel={t('replies:write.sending')}>
            {t('replies:write.button')}
          </Button>
        </p>
      </Form>
      {text !== '' && citizen?.kept === false && <p>{t('offline:draftNotKept')}</p>}
      <div role="status">
        {sent && (
          <Notice tone={sent === 'sent' ? 'done' : 'care'}>
            <p>{t(`replies:write.${sent}`, { day: nameOfDay(lookAgainDay(today), lang) })}</p>
          </Notice>
        )}
      </div>
    </section>
  )
}

const roomLeft = (left: number, t: T): string =>
  left < 0 ? t('request:review.messageOver', { over: -left }) : t('request:review.messageLeft', { left })
