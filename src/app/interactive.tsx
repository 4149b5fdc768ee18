import { hydrate, render, type JSX } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { dirOf } from '../core/languages.ts'
import type { Answers } from '../core/request/index.ts'
import { Notice } from '../ui/index.ts'
import { answersAtDoor, draftHere } from './at-door.ts'
import { CitizenContext } from './citizen.ts'
import { CopyContext } from './copy/copy.ts'
import { loadT } from './copy/load.ts'
import { isUnsaved } from './draft/content.ts'
import { hasDraft } from './draft/laid.ts'
import { keeping } from './draft/later.ts'
import { leaveLinksToBrowser } from './flow/links-to-browser.ts'
import { showFromTop } from './flow/show-from-top.ts'
import { followTranslation } from './islands/translated.ts'
import { fetchParts, interactivePages, isInteractivePage } from './parts.ts'
import { nextTask } from './phone/next-task.ts'
import { whenIdle } from './phone/when-idle.ts'
import { Router } from './router.ts'
import { languages, pageAt, pages, type PageId } from './routes.ts'
import { loadScreen, Screen } from './screens.tsx'
import { Shell } from './shell/shell.tsx'
import { useCitizenState } from './use-citizen-state.ts'
import { useLanguage, type Spoken } from './use-language.ts'
import { useLaterIn } from './use-later.ts'
import { useToday } from './use-today.ts'

/**
 * Takes the page over. `first` holds what the link that led here already says (which door), kept in memory only;
 * when the document itself is an interactive page its prerendered markup is taken up as it stands.
 */
export async function start(first: Answers = {}): Promise<void> {
  const at = pageAt(location.pathname)
  const root = document.getElementById('app')
  if (!at || !root || !isInteractivePage(at.page)) return
  followTranslation(root)
  // Through a door, or where answers are put away, the first screen need not be the first question.
  const under = hasDraft()
  await Promise.all([
    loadScreen(at.page, at.lang, first.audience !== undefined || under),
    under && Promise.all([keeping.fetch(), loadT(at.lang, keeperWords)]).catch(() => undefined),
  ])
  const t = await loadT(at.lang)
  // The words have been made ready, and the page is taken up next: two tasks, each half as long.
  await nextTask()
  // Only at a door: elsewhere the first picture is the prerendered one, without answers.
  const answers = first.audience === undefined ? first : answersAtDoor(first, await draftHere())
  const tree = <App spoken={{ lang: at.lang, t }} first={answers} />
  if (root.dataset['page'] === at.page) hydrate(tree, root)
  else {
    render(tree, root)
    showFromTop()
  }
  root.dataset['page'] = at.page
}

/** Notices above a page take their words from the copy that comes after its first questions. */
const keeperWords = ['more'] as const

function App(props: { spoken: Spoken; first: Answers }): JSX.Element {
  const [page, setPage] = useState<PageId>(() => pageAt(location.pathname)?.page ?? 'contact')
  const [ready, setReady] = useState(false)
  const { spoken, failed, swap } = useLanguage(props.spoken, page)
  const today = useToday()
  usePageShown(page, spoken)
  useEffect(() => {
    // After the first picture, which is the prerendered one: only then may it change.
    setReady(true)
    // The other pages of the app, before somebody asks for them, and while there still is a network.
    whenIdle(() => {
      for (const one of interactivePages) fetchParts(pages[one][props.spoken.lang], true)
    })
  }, [props.spoken.lang])

  const moved = useCallback(({ url }: { readonly url: string }) => {
    const at = pageAt(new URL(url, location.origin).pathname)
    if (at) setPage(at.page)
  }, [])

  const keeper = useLaterIn(spoken.lang, keeping, ready, keeperWords)
  const { citizen, toKeep } = useCitizenState(props.first, keeper.failed)
  const keepsPage = useRef(false)
  keepsPage.current = isUnsaved(citizen.receipt) && !citizen.kept
  useEffect(() => leaveLinksToBrowser(keepsPage), [])

  const copy = useMemo(() => ({ ...spoken, today }), [spoken, today])
  return (
    <CopyContext.Provider value={copy}>
      <CitizenContext.Provider value={citizen}>
        <Shell page={page} onLanguage={swap}>
          {keeper.here && <keeper.here.Keeping {...toKeep} />}
          {keeper.here && <keeper.here.Notices onReceipt={page === 'contact'} />}
          {failed && (
            <Notice tone="care" live>
              <p>
                {spoken.t('offline:otherLanguage')} {spoken.t('request:sendErrors.kept')}
              </p>
            </Notice>
          )}
          <Router onChange={moved}>
            {
              // One key for both languages of a page: a change of address between them must not begin it again.
              interactivePages.flatMap(one =>
                languages.map(lang => <Screen key={one} path={pages[one][lang]} page={one} ready={ready} />),
              )
            }
          </Router>
        </Shell>
      </CitizenContext.Provider>
    </CopyContext.Provider>
  )
}

/** A page that comes in the place of another is read from its top, as one that the browser loads. */
function usePageShown(page: PageId, { lang, t }: Spoken): void {
  const before = useRef(page)
  // Before the effects of the page itself, which puts "error" before its title.
  useLayoutEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dir = dirOf(lang)
    document.title = t(`common:titles.${page}`)
  }, [page, lang, t])
  useEffect(() => {
    if (before.current !== page) showFromTop()
    before.current = page
  }, [page])
}
