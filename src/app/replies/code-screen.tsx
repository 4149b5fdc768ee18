import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { CODE_LENGTH, type CodeReading, type ReturnCode } from '../../core/sealing/return-code.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Fold,
  Form,
  Heading,
  LinkButton,
  Notice,
  TextField,
  useSubmit,
} from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { useCopy, type T } from '../copy/copy.ts'
import { readTyped } from './read-typed.ts'
import type { MailboxState, NotOpened } from './mailbox-state.ts'

/** What is wrong with what was typed; `unknown`: it was a right code that opens nothing. */
type Slip = Extract<CodeReading, { ok: false }> | { readonly why: 'empty' | 'unknown' }

/** The code is typed here. A slip is noticed on the phone, before anything is sent. */
export function CodeScreen(props: {
  readonly ready: boolean
  readonly state: MailboxState
  readonly onOpen: (code: ReturnCode) => void
}): JSX.Element {
  const { t } = useCopy()
  const { ready, state, onOpen } = props
  const [typed, setTyped] = useState('')
  const [slip, setSlip] = useState<Slip | null>(null)
  const [problem, setProblem] = useState<NotOpened | null>(null)
  const unknown = slip?.why === 'unknown'
  // Put into words as it is drawn: the language may be changed while it stands there.
  const error = slip ? slipText(slip, t) : undefined

  const { busy, attempt, submit } = useSubmit({
    async send() {
      setProblem(null)
      const reading = readTyped(typed)
      setSlip(reading.ok ? null : typed.trim() === '' ? { why: 'empty' } : reading)
      if (!reading.ok) return
      const failed = await state.open(reading.code)
      if (failed === 'unknown') setSlip({ why: failed })
      else if (failed) setProblem(failed)
      else onOpen(reading.code)
    },
  })

  return (
    <>
      <ErrorSummary
        title={t('replies:code.errorTitle')}
        errors={error === undefined ? [] : [{ name: 'code', text: error }]}
        attempt={attempt}
      />
      <Heading focusable>{t('replies:code.title')}</Heading>
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('replies:code.lead')}</p>
      <Form disabled={!ready} coming={ready ? undefined : t('common:coming')} onSubmit={submit}>
        <TextField
          name="code"
          label={t('replies:code.label')}
          hint={t('replies:code.hint', { length: CODE_LENGTH })}
          error={error}
          value={typed}
          onInput={text => {
            if (typed === '') state.prepare()
            setTyped(text)
          }}
          autoComplete="off"
          isCode
        />
        <Actions>
          <Button type="submit" busy={busy} busyLabel={t('replies:code.opening')}>
            {t('replies:code.button')}
          </Button>
        </Actions>
      </Form>
      <p>{t('replies:code.notKept')}</p>
      {unknown && <p>{t('replies:code.unknownWhy')}</p>}
      <LostCode open={unknown} />
    </>
  )
}

function ProblemNotice({ problem }: { readonly problem: NotOpened }): JSX.Element {
  const { t } = useCopy()
  switch (problem) {
    case 'waiting-here':
      return (
        <Notice tone="care" icon="clock" title={t('offline:codeWaitingTitle')} live>
          <p>{t('offline:codeWaiting')}</p>
        </Notice>
      )
    case 'unreachable':
      return (
        <Notice tone="care" icon="clock" title={t('replies:code.unreachableTitle')} live>
          <p>{t('replies:code.unreachable')}</p>
        </Notice>
      )
    case 'unknown':
    case 'busy':
    case 'broken':
      return (
        <Notice tone="care" live>
          <p>{t(`replies:code.${problem}`)}</p>
        </Notice>
      )
  }
}

/** A lost code has a way on: a new request that says so, with a sentence put in and nothing personal. */
function LostCode({ open }: { readonly open: boolean }): JSX.Element {
  const { t, href } = useCopy()
  const { answers, update } = useCitizen()
  return (
    <Fold summary={t('replies:code.lost')} open={open}>
      <p>{t('replies:code.lostText')}</p>
      <p>{t('replies:code.lostTime')}</p>
      <p>
        <LinkButton
          kind="quiet"
          href={href('contact')}
          onClick={() => {
            if (!answers.message?.trim()) update({ message: t('replies:code.lostSentence') })
          }}
        >
          {t('replies:code.lostButton')}
        </LinkButton>
      </p>
    </Fold>
  )
}

function slipText(slip: Slip, t: T): string {
  switch (slip.why) {
    case 'length':
      return t(slip.length < CODE_LENGTH ? 'replies:code.short' : 'replies:code.long', {
        length: CODE_LENGTH,
        count: slip.length,
      })
    case 'symbol':
      return t('replies:code.symbol', { at: slip.at + 1 })
    case 'check':
    case 'empty':
    case 'unknown':
      return t(`replies:code.${slip.why}`)
  }
}
