import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../core/facts/types.ts'
import { useCopy } from './copy/copy.ts'
import { hasCopy, loadT } from './copy/load.ts'
import { useShownFromTop } from './flow/show-from-top.ts'
import { copyOf, fetchLater, firstCopyOf, screenFiles, type InteractivePage } from './parts.ts'
import { pages } from './routes.ts'

type ScreenComponent = ComponentType<{ readonly ready: boolean }>

const screens: Partial<Record<InteractivePage, ScreenComponent>> = {}

/** Puts a page's screen at hand: for the prerenderer, which cannot wait. */
export function putScreen(page: InteractivePage, screen: ScreenComponent): void {
  screens[page] = screen
}

/**
 * Fetches script and words of an interactive page.
 *
 * @param whole also what comes after its first questions, for anyone who does not begin with them. Where that is not to be had
 * the page says so when it is come to.
 */
export async function loadScreen(page: InteractivePage, lang: Language, whole: boolean): Promise<void> {
  const [screen] = await Promise.all([
    screenFiles[page](),
    loadT(lang, firstCopyOf(page)),
    whole && Promise.all([fetchLater(page), loadT(lang, copyOf(page))]).catch(() => undefined),
  ])
  putScreen(page, screen)
}

const isThere = (page: InteractivePage, lang: Language): boolean =>
  screens[page] !== undefined && hasCopy(lang, firstCopyOf(page))

/** One interactive page. `path` is read by preact-router. A page that cannot be had is left to the browser to ask for. */
export function Screen(props: {
  readonly path: string
  readonly page: InteractivePage
  readonly ready: boolean
}): JSX.Element | null {
  const { lang } = useCopy()
  const { page, ready } = props
  const [, setLoaded] = useState(0)
  // While pages are rendered in advance there is nobody to wait for words: all are given to it.
  const there = isThere(page, lang) || (typeof document === 'undefined' && screens[page] !== undefined)
  // One that had to be waited for: there was no heading yet to go to when the page came in the place of another.
  useShownFromTop(there)
  useEffect(() => {
    if (there) return
    loadScreen(page, lang, true).then(
      () => {
        setLoaded(n => n + 1)
      },
      () => {
        location.assign(pages[page][lang])
      },
    )
  }, [there, page, lang])
  const Content = screens[page]
  return there && Content ? <Content ready={ready} /> : null
}
