import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../core/facts/types.ts'
import { useCopy } from './copy/copy.ts'
import { hasCopy, loadT } from './copy/load.ts'
import { useShownFromTop } from './flow/show-from-top.ts'
import { copyOf, fetchLater, firstCopyOf, screenFiles, type InteractivePage } from './parts.ts'
import { pages } from './routes.ts'
import { wholeStyle } from './whole-style.ts'

type ScreenComponent = ComponentType<{ readonly ready: boolean }>

const screens: Partial<Record<InteractivePage, ScreenComponent>> = {}

/** Whether a page is shown only when its words are there. */
let waits = true

/** For the prerenderer, which cannot wait and has all words. */
export function putAllScreens(all: Readonly<Record<InteractivePage, ScreenComponent>>): void {
  Object.assign(screens, all)
  waits = false
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
    whole && wholeStyle.fetch(),
    whole && Promise.all([fetchLater(page), loadT(lang, copyOf(page))]).catch(() => undefined),
  ])
  screens[page] = screen
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
  const there = isThere(page, lang) || (!waits && screens[page] !== undefined)
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
