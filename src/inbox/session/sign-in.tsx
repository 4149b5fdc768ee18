import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { KeyFile } from '../../core/sealing/index.ts'
import { Heading } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { DemoForm } from './credentials/demo-form.tsx'
import { FileForm } from './credentials/file-form.tsx'
import { KeepKey } from './credentials/keep-key.tsx'
import { areKeysUnreadable, forgetKey, keptKeys } from './credentials/kept-keys.ts'
import { UnreadableKeys } from './credentials/unreadable-keys.tsx'
import { WordsForm } from './credentials/words-form.tsx'
import { demoKey } from './demo-key.ts'
import { first } from '../model/build-info.ts'
import { Join } from './join/join.tsx'
import { tokenIn } from './join/link.ts'
import { Rescue } from './rescue/rescue.tsx'
import type { Session } from './session.ts'

/** Signing in: with six words where the key lies locked in this browser, else with the key file. */
export function SignIn(props: {
  /** When it takes the place of the desk. */
  readonly takesFocus: boolean
  readonly onSession: (session: Session) => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { takesFocus, onSession } = props
  const [keys, setKeys] = useState(keptKeys)
  const [byFile, setByFile] = useState(false)
  const [kept, setKept] = useState<{ key: KeyFile; session: Session } | null>(null)
  const [way, setWay] = useState<'sign-in' | 'join' | 'rescue'>(() =>
    tokenIn(location.hash) ? 'join' : 'sign-in',
  )
  const byWords = keys.length > 0 && !byFile
  const stays = useRef(!takesFocus)
  useEffect(() => {
    // What was pressed is gone with what it was for: a key that was forgotten, the page that led here.
    if (!stays.current) document.querySelector<HTMLElement>('main h1')?.focus()
    stays.current = false
  }, [takesFocus, way, keys])

  const toSignIn = (): void => {
    // The link has done what it can: what stands behind the # would lead here again.
    history.replaceState(history.state, '', location.pathname)
    setKeys(keptKeys())
    setWay('sign-in')
  }
  const token = tokenIn(location.hash)
  if (way === 'join' && token !== null) return <Join token={token} onDone={toSignIn} />
  if (way === 'rescue') return <Rescue onDone={toSignIn} />
  if (kept) return <KeepKey memberKey={kept.key} onDone={() => onSession(kept.session)} />
  return (
    <>
      <Heading focusable>{t('signIn.title')}</Heading>
      {demoKey !== null && <DemoForm keyText={demoKey} onSession={onSession} />}
      {areKeysUnreadable() && (
        <UnreadableKeys
          onForgotten={() => {
            setKeys(keptKeys())
          }}
        />
      )}
      <p>{t(byWords ? 'signIn.leadWords' : 'signIn.lead')}</p>
      {byWords ? (
        <WordsForm
          keys={keys}
          onSession={onSession}
          onForget={name => {
            forgetKey(name)
            setKeys(keptKeys())
          }}
        />
      ) : (
        <FileForm
          onSession={onSession}
          onKeep={(key, session) => {
            setKept({ key, session })
          }}
        />
      )}
      {keys.length > 0 && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              setByFile(!byFile)
            }}
          >
            {t(byWords ? 'signIn.useFile' : 'signIn.useWords')}
          </button>
        </p>
      )}
      {first !== null && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              setWay('rescue')
            }}
          >
            {t('signIn.rescue')}
          </button>
        </p>
      )}
    </>
  )
}
