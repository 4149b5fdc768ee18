import { render } from 'preact-render-to-string'
import { municipality } from '#municipality'
import type { Language } from '../core/facts/types.ts'
import { dirOf, FIRST, rootOf } from '../core/languages.ts'
import { allCopy } from './copy/all.ts'
import { CopyContext, type Copy, type T } from './copy/copy.ts'
import { makeT } from './copy/i18n.ts'
import { CitizenContext, type Citizen } from './citizen.ts'
import { documentPages } from './pages/index.ts'
import { NotFound } from './pages/not-found.tsx'
import { EligibilityCheck } from './check/check.tsx'
import { Replies } from './replies/replies.tsx'
import { Contact } from './request/contact.tsx'
import { firstCopyOf, isInteractivePage } from './parts.ts'
import { putAllScreens, Screen } from './screens.tsx'
import { languages, pageIds, pages, type PageId } from './routes.ts'
import { Shell } from './shell/shell.tsx'

export type Rendered = {
  readonly path: string
  readonly lang: Language
  readonly page: PageId | 'not-found'
  readonly html: string
  readonly head: string
  /** Names of the scripts that the first question waits for: asked for at once, not when the page's own has been read. */
  readonly scripts: readonly string[]
}

const nobody: Citizen = {
  answers: {},
  update: () => undefined,
  situation: {},
  setSituation: () => undefined,
  receipt: null,
  setReceipt: () => undefined,
  writing: undefined,
  setWriting: () => undefined,
  kept: true,
  forget: () => undefined,
}

const words: Partial<Record<Language, T>> = {}
/** The copy of a language, built once. */
const tIn = (lang: Language): T => (words[lang] ??= makeT(lang, allCopy(lang)))

/** What the second municipality's test looks for. */
export const builtFor = municipality.id

putAllScreens({ contact: Contact, check: EligibilityCheck, replies: Replies })

/** Every citizen's page in each language as HTML, readable before and without script. */
export function renderAll(today: string, origin: string | null): Rendered[] {
  return languages.flatMap(lang => [
    ...pageIds.map(page => renderPage(page, lang, today, origin)),
    renderPage('not-found', lang, today, origin),
  ])
}

/**
 * One page as text.
 * @param today `YYYY-MM-DD`: what the page says of the standards' dates
 * @param origin of the public address; null as long as the municipality has not set it
 */
export function renderPage(
  page: PageId | 'not-found',
  lang: Language,
  today: string,
  origin: string | null,
): Rendered {
  const copy: Copy = { lang, t: tIn(lang), today }
  const path = page === 'not-found' ? `${rootOf(lang)}/404` : pages[page][lang]
  const html = render(
    <CopyContext.Provider value={copy}>
      <CitizenContext.Provider value={nobody}>
        <Shell page={page}>
          <PageContent page={page} />
        </Shell>
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
  return { path, lang, page, html, head: headOf(page, copy, origin), scripts: scriptsOf(page, lang) }
}

function PageContent({ page }: { readonly page: PageId | 'not-found' }) {
  if (page === 'not-found') return <NotFound />
  if (page === 'check' || page === 'contact' || page === 'replies') {
    return <Screen path={pages[page][FIRST]} page={page} ready={false} />
  }
  const Content = documentPages[page]
  return <Content />
}

function scriptsOf(page: PageId | 'not-found', lang: Language): string[] {
  if (page === 'not-found' || !isInteractivePage(page)) return []
  const copy = ['base', ...firstCopyOf(page)].map(part => `${lang}-${part}`)
  const more = page === 'replies' ? ['typed'] : []
  return ['rolldown-runtime', 'base', ...more, page, ...copy]
}

/** Titles are neutral: no substance, no treatment. `origin` is known only where the municipality has set it. */
function headOf(page: PageId | 'not-found', { t, lang }: Copy, origin: string | null): string {
  const esc = (text: string): string =>
    text.replace(/[&<"]/g, c => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[c] ?? c)
  const lines = [
    `<title>${esc(t(`common:titles.${page}`))}</title>`,
    `<link rel="manifest" href="/manifest.${lang}.webmanifest">`,
    `<link rel="apple-touch-icon" href="/icons/apple-touch-180.png">`,
    `<meta name="apple-mobile-web-app-title" content="${esc(t('common:shortName'))}">`,
    `<meta name="theme-color" content="#faf3e7" media="(prefers-color-scheme: light)">`,
    `<meta name="theme-color" content="#201711" media="(prefers-color-scheme: dark)">`,
  ]
  if (page !== 'not-found') {
    lines.push(`<meta name="description" content="${esc(t(`descriptions:of.${page}`))}">`)
    // Search engines take whole addresses only.
    if (origin !== null)
      lines.push(
        ...languages.map(
          other => `<link rel="alternate" hreflang="${other}" href="${origin}${pages[page][other]}">`,
        ),
        `<link rel="canonical" href="${origin}${pages[page][lang]}">`,
      )
  }
  return lines.join('\n    ')
}

/** What a phone asks before it puts the app among its own: `/manifest.<language>.webmanifest`. */
export function renderManifests(): { readonly file: string; readonly json: string }[] {
  return languages.map(lang => {
    const t = tIn(lang)
    const [name, home] = [t('common:shortName'), pages.home[lang]]
    const manifest = {
      id: home,
      name,
      short_name: name,
      description: t('descriptions:app'),
      lang,
      dir: dirOf(lang),
      start_url: home,
      scope: '/',
      display: 'standalone',
      orientation: 'any',
      background_color: '#faf3e7',
      theme_color: '#faf3e7',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
    }
    return { file: `manifest.${lang}.webmanifest`, json: JSON.stringify(manifest) }
  })
}
