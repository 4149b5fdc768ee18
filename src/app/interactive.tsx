import { hydrate, render, type JSX } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import Router, { type RouterOnChangeArgs } from 'preact-router'
import type { Situation } from '../core/eligibility/index.ts'
import { withChange, type Answers } from '../core/request/index.ts'
import type { Language } from '../core/facts/types.ts'
import { CitizenContext, type Citizen, type Receipt } from './citizen.ts'
import { CopyContext, type T } from './copy/copy.ts'
import { loadT } from './copy/load.ts'
import { EligibilityCheck } from './check/check.tsx'
import { situationOf } from './check/door.ts'
import { useDraft } from './draft/use-draft.ts'
import { onLeave } from './leave/on-leave.ts'
import { Notices } from './offline/notices.tsx'
import { useUnsaved } from './offline/unsaved.ts'
import { Replies } from './replies/replies.tsx'
import { Contact } from './request/contact.tsx'
import { pageAt, pages, type PageId } from './routes.ts'
import { Shell } from './shell/shell.tsx'
import { today } from './today.ts'

export type InteractivePage = Extract<PageId, 'check' | 'contact' | 'replies'>

/**
 * Takes the page over. `first` holds what the link that led here already says (which door), kept in memory only;
 * when the document itself is an interactive page its prerendered markup is taken up as it stands.
 */
export async function start(first: Answers = {}): Promise<void> {
  const at = pageAt(location.pathname)
  const root = document.getElementById('app')
  if (!at || !root) return
  const t = await loadT(at.lang)
  const tree = <App lang={at.lang} t={t} first={first} />
  if (root.dataset['page'] === at.page) hydrate(tree, root)
  else {
    render(tree, root)
    scrollTo(0, 0)
  }
  root.dataset['page'] = at.page
  document.documentElement.lang = at.lang
}

function App(props: { lang: Language; t: T; first: Answers }): JSX.Element {
  const [language, setLanguage] = useState({ lang: props.lang, t: props.t })
  const [page, setPage] = useState<PageId>(() => pageAt(location.pathname)?.page ?? 'contact')
  const [ready, setReady] = useState(false)
  const citizen = useCitizenState(props.first)
  useEffect(() => {
    // After the first picture, which is the prerendered one: only then may it change.
    setReady(true)
  }, [])

  const moved = useCallback(({ url }: RouterOnChangeArgs) => {
    const at = pageAt(new URL(url, location.origin).pathname)
    if (at) setPage(at.page)
  }, [])

  const swapLanguage = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation() // preact-router would follow the link and lose nothing, but leave a history entry
    const lang = language.lang === 'da' ? 'en' : 'da'
    void loadT(lang).then(t => {
      history.replaceState(history.state, '', pages[page][lang])
      document.documentElement.lang = lang
      setLanguage({ lang, t })
    })
  }

  useEffect(leaveLinksToBrowser, [])

  const copy = useMemo(() => ({ ...language, today: today() }), [language])
  return (
    <CopyContext.Provider value={copy}>
      <CitizenContext.Provider value={citizen}>
        <Shell page={page} onLanguage={swapLanguage}>
          <Notices />
          <Router onChange={moved}>
            {(['da', 'en'] as const).flatMap(lang => [
              <Screen key={`contact-${lang}`} path={pages.contact[lang]} page="contact" ready={ready} />,
              <Screen key={`check-${lang}`} path={pages.check[lang]} page="check" ready={ready} />,
              <Screen key={`replies-${lang}`} path={pages.replies[lang]} page="replies" ready={ready} />,
            ])}
          </Router>
        </Shell>
      </CitizenContext.Provider>
    </CopyContext.Provider>
  )
}

/**
 * preact-router takes every link with a path as its own and shows nothing for one it has no route for, which stays
 * so when the browser brings the page back from its cache. Links to documents are marked as the browser's.
 */
function leaveLinksToBrowser(): () => void {
  const mark = ({ target }: MouseEvent): void => {
    const link = target instanceof Element ? target.closest('a') : null
    const at = link && pageAt(link.pathname)
    if (link && !(at && pages[at.page].kind === 'interactive')) link.setAttribute('data-native', '')
  }
  addEventListener('click', mark, { capture: true })
  return () => {
    removeEventListener('click', mark, { capture: true })
  }
}

/** One interactive page. `path` is read by preact-router. */
export function Screen({
  page,
  ready,
}: {
  path: string
  page: InteractivePage
  ready: boolean
}): JSX.Element {
  switch (page) {
    case 'contact':
      return <Contact ready={ready} />
    case 'check':
      return <EligibilityCheck ready={ready} />
    case 'replies':
      return <Replies ready={ready} />
  }
}

function useCitizenState(first: Answers): Citizen {
  // The check keeps nothing, so a door into it fills no draft of a request.
  const toCheck = pageAt(location.pathname)?.page === 'check'
  const [answers, setAnswers] = useState<Answers>(toCheck ? {} : first)
  const [situation, setSituation] = useState<Situation>(toCheck ? situationOf(first) : {})
  const [receipt, setReceiptState] = useState<Receipt | null>(null)
  const update = useCallback((change: Answers) => {
    setAnswers(before => withChange(before, change))
  }, [])
  const forget = useCallback(() => {
    setAnswers({})
    setSituation({})
    setReceiptState(null)
  }, [])
  const setReceipt = useCallback((next: Receipt | null) => {
    setReceiptState(next)
    // What was typed lives on in the receipt only, and there only as long as the page is open.
    if (!next) return
    setAnswers({})
    setSituation({})
  }, [])
  useEffect(() => onLeave(forget), [forget])
  useDraft(answers, setAnswers)
  // A code that has not been kept must not be lost to an update.
  useUnsaved(receipt !== null)
  return useMemo(
    () => ({ answers, update, situation, setSituation, receipt, setReceipt, forget }),
    [answers, update, situation, receipt, setReceipt, forget],
  )
}
