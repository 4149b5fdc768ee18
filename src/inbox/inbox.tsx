import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { dirOf, formOf, languageIds, type Language } from '../core/languages.ts'
import { Notice, Page, SkipLink, UiWords } from '../ui/index.ts'
import { CopyContext, tIn } from './shared/copy.ts'
import { keepLanguage, keptLanguage, readyNames } from './shared/language.ts'
import { Desk } from './desk/desk.tsx'
import { useSession } from './desk/use-session.ts'
import { prepareOpener } from './opening/spare.ts'
import { SignIn } from './session/sign-in.tsx'
import { StillCopied } from './session/still-copied.tsx'

/** Why nobody is signed in. */
const AWAY = { locked: 'problems.locked', left: 'problems.left', ended: 'problems.signedOut' } as const

/** The staff page: sign in, requests by urgency, times. */
export function Inbox(): JSX.Element {
  const [lang, setLang] = useState<Language>(keptLanguage)
  const { session, memory, away, isWordsKept, onSession, onSignOut, onLock, onEnded, onOlder } = useSession()
  const copy = useMemo(() => ({ lang, t: tIn(lang) }), [lang])
  const { t } = copy

  // Before the effects of what is in it, which put "error" before the title.
  useLayoutEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dir = dirOf(lang)
    // For the style sheets: a selector that looks for the desk within the page would be matched again for each row.
    document.documentElement.toggleAttribute('data-desk', session !== null)
    // Signed in, the desk says how many are new.
    if (!session) document.title = t('title')
  }, [lang, t, session])

  useEffect(() => {
    if (session) return
    prepareOpener()
    // While somebody types six words the page has time.
    const timer = setTimeout(() => {
      readyNames()
      // Templates are in each: the first of them would wait for its words.
      for (const each of languageIds) tIn(each)
    })
    return () => {
      clearTimeout(timer)
    }
  }, [session])

  return (
    <CopyContext.Provider value={copy}>
      <UiWords.Provider value={{ errorPrefix: t('errorPrefix'), optional: t('optional') }}>
        <SkipLink label={t('skip')} />
        <header class="header" data-many={languageIds.length > 2 || undefined}>
          <div class="header-brand">
            <span class="brand">{t('brand')}</span>
            {languageIds
              .filter(other => other !== lang)
              .map((other, at) => (
                // The same button in each language, so that the focus stays on it.
                <button
                  key={at}
                  type="button"
                  class="header-link"
                  lang={other}
                  onClick={() => {
                    keepLanguage(other)
                    setLang(other)
                  }}
                >
                  {formOf(other).name}
                </button>
              ))}
          </div>
        </header>
        <Page>
          {session ? (
            <Desk
              key={session.teams.length}
              session={session}
              memory={memory}
              onSignOut={onSignOut}
              onLock={onLock}
              onSignedOut={onEnded}
              onOlder={onOlder}
            />
          ) : (
            <>
              {(away !== null || isWordsKept) && (
                <Notice tone="care" live>
                  {away !== null && <p>{t(AWAY[away])}</p>}
                  {isWordsKept && <p>{t('problems.kept')}</p>}
                </Notice>
              )}
              <StillCopied />
              <SignIn takesFocus={away !== null} onSession={onSession} />
            </>
          )}
        </Page>
      </UiWords.Provider>
    </CopyContext.Provider>
  )
}
