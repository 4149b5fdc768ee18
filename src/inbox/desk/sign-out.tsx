import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Actions, Button } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import type { Begun } from './begun.ts'
import { holdsWords, type Drafts } from '../shared/drafts.ts'
import { useFocusOn } from '../shared/use-focus-on.ts'

/**
 * Who is signed in, and the two ways from a desk that others walk past: locking, at once and with nothing asked, and signing
 * out, which forgets what is half-written, so it is asked about first.
 */
export function SignOut(props: {
  readonly name: string
  readonly drafts: Drafts
  /** What is half-written, and the ways to it. */
  readonly begun: () => readonly Begun[]
  readonly onSignOut: () => void
  /** Locks the desk as it does by itself: what is half-written stays for this member. */
  readonly onLock: () => void
}): JSX.Element {
  const { t } = useCopy()
  const [asking, setAsking] = useState<readonly Begun[] | null>(null)
  const place = useFocusOn<HTMLDivElement>(asking !== null ? '[data-question]' : '[data-leaves]')
  return (
    <div class="leaving" ref={place}>
      <p class="signed-in">
        <span>{t('signedInAs', { name: props.name })}</span>
        <button type="button" class="link" onClick={props.onLock}>
          {t('lock')}
        </button>
        <button
          type="button"
          class="link"
          data-leaves=""
          onClick={() => {
            if (holdsWords(props.drafts)) setAsking(props.begun())
            else props.onSignOut()
          }}
        >
          {t('signOut')}
        </button>
      </p>
      {asking !== null && (
        <div role="group" class="flow leave-question" aria-label={t('signOut')}>
          <p data-question="" tabIndex={-1}>
            {t('leave.ask')}
          </p>
          {asking.length > 0 && (
            <ul class="plain-list">
              {asking.map(({ key, says, go }) => (
                <li key={key}>
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      setAsking(null)
                      go()
                    }}
                  >
                    {says}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Actions>
            <Button kind="quiet" onClick={props.onLock}>
              {t('leave.lock')}
            </Button>
            <Button kind="quiet" onClick={props.onSignOut}>
              {t('leave.out')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(null)
              }}
            >
              {t('leave.stay')}
            </Button>
          </Actions>
        </div>
      )}
    </div>
  )
}
