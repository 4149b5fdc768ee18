import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { KeyFile } from '../../core/sealing/index.ts'
import { Actions, Button } from '../../ui/index.ts'
import { keepPasskey, keptKeys } from '../session/credentials/kept-keys.ts'
import { knowsPasskeys } from '../session/credentials/passkey.ts'
import { PasskeyOffer } from '../session/credentials/passkey-offer.tsx'
import { useCopy } from '../shared/copy.ts'

/** How the member's own key is locked in this browser: with a passkey as well, or with the six words alone. */
export function OwnKey({ memberKey }: { readonly memberKey: KeyFile }): JSX.Element | null {
  const { t } = useCopy()
  const { name } = memberKey
  const find = (): boolean | undefined => {
    const kept = keptKeys().find(one => one.name === name)
    return kept && kept.passkey !== undefined
  }
  const [hasPasskey, setHasPasskey] = useState(find)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that was pressed is gone with what it was for.
    if (said !== '') heading.current?.focus()
  }, [said])
  if (hasPasskey === undefined) return null
  const changed = (done: string): void => {
    setHasPasskey(find())
    setSaid(done)
  }
  return (
    <section class="flow">
      <h2 ref={heading} tabIndex={-1}>
        {t('passkey.title')}
      </h2>
      <div class="said" role="status">
        {said}
      </div>
      {hasPasskey ? (
        <>
          <p>{t('passkey.has')}</p>
          <Actions>
            <Button
              kind="quiet"
              onClick={() => {
                changed(t(keepPasskey(name, null) ? 'passkey.removed' : 'passkey.not-kept'))
              }}
            >
              {t('passkey.remove')}
            </Button>
          </Actions>
        </>
      ) : knowsPasskeys() ? (
        <PasskeyOffer
          quiet
          memberKey={memberKey}
          onMade={() => {
            changed(t('passkey.made'))
          }}
        />
      ) : (
        <p>{t('passkey.no-passkeys')}</p>
      )}
    </section>
  )
}
