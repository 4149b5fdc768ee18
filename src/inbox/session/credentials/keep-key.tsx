import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import {
  lockKey,
  makePassphrase,
  readPassphrase,
  type KeyFile,
  type LockedKey,
} from '../../../core/sealing/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  TextField,
  useSubmit,
} from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { keepKey } from './kept-keys.ts'
import { isReadyHere } from './passkey.ts'
import { PasskeyOffer } from './passkey-offer.tsx'

/**
 * Six words for a key that is to lie in this browser: shown, written down, typed again. Where the machine has fingerprint,
 * face or PIN ready, a passkey is offered then.
 */
export function KeepKey(props: {
  readonly memberKey: KeyFile
  readonly onDone: (locked: LockedKey | null) => Promise<void>
  /** For a newcomer, who has no file yet: the key is locked in any case, and goes on when the browser keeps nothing. */
  readonly isNew?: boolean
}): JSX.Element {
  const { t } = useCopy()
  const [words] = useState(() => makePassphrase())
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [kept, setKept] = useState<LockedKey | null>(null)
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [kept])

  const { busy, attempt, submit } = useSubmit({
    check() {
      const isSame = readPassphrase(typed) === words
      setError(isSame ? undefined : t('keepKey.wrong'))
      return isSame
    },
    async send() {
      const locked = await lockKey(props.memberKey, words)
      const isKept = keepKey(locked)
      if (isKept && (await isReadyHere())) setKept(locked)
      else if (isKept || props.isNew === true) await props.onDone(locked)
      else setError(t('keepKey.failed'))
    },
  })
  const done = (locked: LockedKey | null): void => {
    props.onDone(locked).catch(reportError)
  }

  if (kept !== null) {
    return (
      <>
        <Heading focusable>{t('passkey.offerTitle')}</Heading>
        <PasskeyOffer
          memberKey={props.memberKey}
          onMade={() => {
            done(kept)
          }}
        />
        <Actions>
          <Button
            kind="quiet"
            onClick={() => {
              done(kept)
            }}
          >
            {t('keepKey.skip')}
          </Button>
        </Actions>
      </>
    )
  }

  return (
    <>
      <ErrorSummary
        title={t('keepKey.errorTitle')}
        errors={error ? [{ name: 'again', text: error }] : []}
        attempt={attempt}
      />
      <Heading focusable>{t('keepKey.title')}</Heading>
      <p>{t(props.isNew === true ? 'keepKey.leadNew' : 'keepKey.lead')}</p>
      <Notice tone="care" icon="letter">
        <p>
          <strong data-words>{words}</strong>
        </p>
      </Notice>
      <Form onSubmit={submit}>
        <TextField
          name="again"
          label={t('keepKey.again')}
          hint={t('keepKey.hint')}
          error={error}
          value={typed}
          onInput={setTyped}
          autoComplete="off"
          spellcheck={false}
        />
        <Actions>
          <Button type="submit" busy={busy} busyLabel={t('keepKey.busy')}>
            {t('keepKey.button')}
          </Button>
          {props.isNew !== true && (
            <Button
              kind="quiet"
              onClick={() => {
                done(null)
              }}
            >
              {t('keepKey.skip')}
            </Button>
          )}
        </Actions>
      </Form>
    </>
  )
}
