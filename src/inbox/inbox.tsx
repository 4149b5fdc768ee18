import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../core/facts/types.ts'
import { Notice, Page, SkipLink, UiWords } from '../ui/index.ts'
import { CopyContext, makeT } from './shared/copy.ts'
import { Desk } from './desk/desk.tsx'
import { newMemory } from './desk/desk-memory.ts'
import { holdsWords } from './shared/drafts.ts'
import { closeSession, type Session } from './session/session.ts'
import { SignIn } from './session/sign-in.tsx'

/** The staff page: sign in, requests by urgency, times. */
export function Inbox(): JSX.Element {
  const [lang, setLang] = useState<Language>('da')
  const [session, setSession] = useState<Session | null>(null)
  const [ended, setEnded] = useState(false)
  const memoryRef = useRef(newMemory(null))
  const copy = useMemo(() => ({ lang, t: makeT(lang) }), [lang])
  const { t } = copy

  useEffect(() => {
    document.documentElement.lang = lang
    // Signed in, the desk says how many are new.
    if (!session) document.title = t('title')
  }, [lang, t, session])

  useEffect(() => {
    // The words are in this page's memory only: what is closed is gone.
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (holdsWords(memoryRef.current.drafts)) event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('beforeunload', onLeave)
    }
  }, [])

  const signOut = (): void => {
    // The keys are forgotten at once, whether or not the intake can be told.
    memoryRef.current = newMemory(null)
    setSession(null)
    closeSession().catch(() => undefined)
  }
  const signedOut = (): void => {
    setSession(null)
    setEnded(true)
  }

  return (
    <CopyContext.Provider value={copy}>
      <UiWords.Provider value={{ errorPrefix: t('errorPrefix'), optional: t('optional') }}>
        <SkipLink label={t('skip')} />
        <header class="header">
          <div class="header-brand">
            <span class="brand">{t('brand')}</span>
            <button
              type="button"
              class="header-link"
              lang={lang === 'da' ? 'en' : 'da'}
              onClick={() => {
                setLang(lang === 'da' ? 'en' : 'da')
              }}
            >
              {t('otherLanguage')}
            </button>
          </div>
        </header>
        <Page>
          {session ? (
            <Desk session={session} memory={memoryRef.current} onSignOut={signOut} onSignedOut={signedOut} />
          ) : (
            <>
              {ended && (
                <Notice tone="care" live>
                  <p>{t('problems.signedOut')}</p>
                  {holdsWords(memoryRef.current.drafts) && <p>{t('problems.kept')}</p>}
                </Notice>
              )}
              <SignIn
                takesFocus={ended}
                onSession={opened => {
                  // What one member has begun is for nobody else.
                  if (memoryRef.current.member !== opened.member) memoryRef.current = newMemory(opened.member)
                  setEnded(false)
                  setSession(opened)
                }}
              />
            </>
          )}
        </Page>
      </UiWords.Provider>
    </CopyContext.Provider>
  )
}
