import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../core/facts/types.ts'
import { Button, Page, SkipLink, UiWords } from '../ui/index.ts'
import { CopyContext, makeT } from './copy.ts'
import { Requests } from './requests-page.tsx'
import { closeSession, type Session } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { Slots } from './slots-page.tsx'

/** The staff page: sign in, requests by urgency, times. */
export function Inbox(): JSX.Element {
  const [lang, setLang] = useState<Language>('da')
  const [session, setSession] = useState<Session | null>(null)
  const [tab, setTab] = useState<'requests' | 'slots'>('requests')
  const copy = useMemo(() => ({ lang, t: makeT(lang) }), [lang])
  const { t } = copy

  useEffect(() => {
    document.documentElement.lang = lang
    document.title = t('title')
  }, [lang, t])

  const signOut = (): void => {
    // The keys are forgotten at once, whether or not the intake can be told.
    setSession(null)
    closeSession().catch(() => undefined)
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
            <>
              <div class="inbox-bar">
                <nav>
                  {(['requests', 'slots'] as const).map(name => (
                    <button
                      key={name}
                      type="button"
                      class="link"
                      aria-current={tab === name ? 'page' : undefined}
                      onClick={() => {
                        setTab(name)
                      }}
                    >
                      {t(`tabs.${name}`)}
                    </button>
                  ))}
                </nav>
                <span>{t('signedInAs', { name: session.name })}</span>
                <Button kind="quiet" onClick={signOut}>
                  {t('signOut')}
                </Button>
              </div>
              {tab === 'requests' ? (
                <Requests session={session} onSignedOut={signOut} />
              ) : (
                <Slots onSignedOut={signOut} />
              )}
            </>
          ) : (
            <SignIn onSession={setSession} />
          )}
        </Page>
      </UiWords.Provider>
    </CopyContext.Provider>
  )
}
