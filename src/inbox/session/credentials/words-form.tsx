import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { AskBefore, Button, ErrorSummary, Form, Notice, RadioGroup, useSubmit } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import type { Session } from '../session.ts'
import type { KeptKey } from './kept-keys.ts'
import { useUnlock } from './use-unlock.ts'
import { WordsField } from './words-field.tsx'

/** Signing in with a key that lies locked in this browser: by its six words, or by the passkey that it lies under too. */
export function WordsForm(props: {
  readonly keys: readonly KeptKey[]
  readonly onSession: (session: Session) => Promise<void>
  readonly onForget: (name: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { keys } = props
  const unlocking = useUnlock(keys, props.onSession)
  const { chosen, byPasskey, whoError, error, compare } = unlocking
  /** Several times a day they are typed beside a colleague. */
  const [isShown, setIsShown] = useState(false)
  const { busy, attempt, submit } = useSubmit(unlocking)

  return (
    <>
      <ErrorSummary
        title={t('signIn.errorTitle')}
        errors={[
          ...(whoError ? [{ name: 'who', text: whoError }] : []),
          ...(error && !byPasskey ? [{ name: 'words', text: error }] : []),
        ]}
        attempt={attempt}
      />
      <Form onSubmit={submit}>
        {keys.length > 1 && (
          <RadioGroup
            name="who"
            legend={t('signIn.who')}
            error={whoError}
            options={keys.map(one => ({ value: one.name, label: one.name }))}
            value={chosen?.name}
            onChange={unlocking.choose}
          />
        )}
        {byPasskey && error && (
          <Notice tone="care" live>
            <p>{error}</p>
          </Notice>
        )}
        {!byPasskey && (
          <WordsField
            words={unlocking.words}
            onWords={unlocking.setWords}
            error={error}
            isShown={isShown}
            onShown={setIsShown}
          />
        )}
        <p>
          <Button type="submit" busy={busy} busyLabel={t(byPasskey ? 'passkey.busy' : 'signIn.busy')}>
            {t(byPasskey ? 'passkey.unlock' : 'signIn.unlock')}
          </Button>
        </p>
      </Form>
      {chosen?.passkey && (
        <p>
          <button type="button" class="link" onClick={unlocking.takeOther}>
            {t(byPasskey ? 'signIn.useWords' : 'passkey.use')}
          </button>
        </p>
      )}
      {compare !== null && <Waiting words={compare} />}
      {chosen && (
        <AskBefore
          key={chosen.name}
          ask={t('signIn.forget', { name: chosen.name })}
          asLink
          question={t('signIn.forgetKeyAsk', { name: chosen.name })}
          yes={t('signIn.forgetKeyYes')}
          yesKind="quiet"
          no={t('signIn.forgetKeyNo')}
          onYes={() => {
            props.onForget(chosen.name)
            return true
          }}
        />
      )}
    </>
  )
}

/** The key is right, and its member is not on the team yet: the words are for a leader to compare. */
function Waiting({ words }: { readonly words: string }): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="info" icon="letter" title={t('join.waitingTitle')}>
      <p>{t('join.waiting')}</p>
      <p>
        <strong data-words>{words}</strong>
      </p>
    </Notice>
  )
}
