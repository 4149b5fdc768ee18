import type { JSX } from 'preact'
import type { KeyFile, LockedKey } from '../../../core/sealing/index.ts'
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
import { PasskeyOffer } from './passkey-offer.tsx'
import { useKeep } from './use-keep.ts'

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
  const isNew = props.isNew === true
  const keeping = useKeep(props.memberKey, props.onDone, isNew)
  const { words, error, kept } = keeping
  const { busy, attempt, submit } = useSubmit(keeping)
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
      <p>{t(isNew ? 'keepKey.leadNew' : 'keepKey.lead')}</p>
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
          value={keeping.typed}
          onInput={keeping.setTyped}
          autoComplete="off"
          spellcheck={false}
        />
        <Actions>
          <Button type="submit" busy={busy} busyLabel={t('keepKey.busy')}>
            {t('keepKey.button')}
          </Button>
          {!isNew && (
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
