import type { ComponentChildren, JSX } from 'preact'
import { Footer, Header, LinkButton, SkipLink, UiWords } from '../../ui/index.ts'
import { formOf, type Language } from '../../core/languages.ts'
import { useCopy } from '../copy/copy.ts'
import { NEUTRAL } from '../leave/neutral.ts'
import { languages, pages, type PageId } from '../routes.ts'

/** The documents that hold more than they show: on paper nobody can open it. */
const withFolds: ReadonlySet<string> = new Set<PageId>(['adults', 'youth', 'relatives', 'rights', 'sources'])

type InteractiveId = 'check' | 'contact' | 'replies'

/** What every citizen's page has around it: leave now, urgent help, language, the ways to read on. */
export function Shell(props: {
  page: PageId | 'not-found'
  onLanguage?: (to: Language, event: MouseEvent) => void
  children: ComponentChildren
}): JSX.Element {
  const { t, lang, href } = useCopy()
  const { onLanguage } = props
  const here = props.page === 'not-found' ? 'home' : props.page
  const words = { errorPrefix: t('common:errorPrefix'), optional: t('common:optional') }
  return (
    <UiWords.Provider value={words}>
      <SkipLink label={t('common:skip')} />
      <Header
        brand={t('common:name')}
        home={{ href: href('home'), label: t('common:toFrontPage') }}
        languages={languages
          .filter(other => other !== lang)
          .map(other => ({
            href: pages[here][other],
            label: formOf(other).name,
            lang: other,
            ...(onLanguage && {
              onClick: (event: MouseEvent) => {
                onLanguage(other, event)
              },
            }),
          }))}
        urgent={{ href: href('urgent'), label: t('common:urgent') }}
        leave={{ href: NEUTRAL, label: t('common:leave') }}
      />
      {props.page !== 'not-found' && pages[props.page].kind === 'interactive' && (
        <>
          <noscript>
            <p class="no-script">
              {t(`common:noScript.${props.page as InteractiveId}`)} {t('common:noScript.otherWay')}
            </p>
          </noscript>
          <div class="no-script flow" role="status" data-not-loaded="" hidden>
            <p>
              {t('offline:notLoaded')} {t('request:sendErrors.otherWay')}
            </p>
            <LinkButton kind="quiet" href={pages[here][lang]}>
              {t('request:sendErrors.fetch')}
            </LinkButton>
          </div>
        </>
      )}
      {props.children}
      <Footer
        links={[
          { href: href('contact'), label: t('common:links.contact') },
          { href: href('check'), label: t('common:links.check') },
          { href: href('replies'), label: t('common:links.replies') },
          { href: href('place'), label: t('common:links.place') },
          { href: href('rights'), label: t('common:links.rights') },
          { href: href('sources'), label: t('common:links.sources') },
          { href: href('privacy'), label: t('common:links.privacy') },
          { href: href('accessibility'), label: t('common:links.accessibility') },
        ]}
      >
        <p>{t('common:address')}</p>
        {withFolds.has(props.page) && <p class="print-only">{t('common:printMore')}</p>}
      </Footer>
    </UiWords.Provider>
  )
}
