import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../core/facts/types.ts'
import type { T } from './copy/copy.ts'
import { loadT } from './copy/load.ts'
import { entryHere } from './flow/step-history.ts'
import { unsaved } from './offline/unsaved.ts'
import { entryState, pushEntry, replaceEntry } from './phone/history.ts'
import { copyOf, isInteractivePage } from './parts.ts'
import { pageAt, pages, type PageId } from './routes.ts'

export type Spoken = { readonly lang: Language; readonly t: T }

/**
 * The language in use and how to change it in place, with step and answers kept.
 * `failed`: the wished language could not be had, and a page fetched again would have lost something.
 */
export function useLanguage(
  first: Spoken,
  page: PageId,
): {
  readonly spoken: Spoken
  readonly failed: boolean
  readonly swap: (to: Language, event: MouseEvent) => void
} {
  const [spoken, setSpoken] = useState(first)
  const [failed, setFailed] = useState(false)
  const { lang } = spoken

  useEffect(() => {
    // Who has changed to English goes on in English: an entry from before gets the address of what it shows.
    const follow = (): void => {
      const at = pageAt(location.pathname)
      if (at && at.lang !== lang && pages[at.page].kind === 'interactive') showAddress(at.page, lang)
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
    }
  }, [lang])

  const swap = (other: Language, event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation() // preact-router would follow the link and lose nothing, but leave a history entry
    setFailed(false)
    const swapped = (t: T): void => {
      // Back is pressed to undo it: an open thread must not close with that, and want the code again.
      if (page === 'replies' && (entryHere()?.depth ?? 0) > 0) pushEntry(entryState())
      showAddress(page, other)
      setSpoken({ lang: other, t })
    }
    const notToBeHad = async (): Promise<void> => {
      if ((await unsaved()) === 'here') setFailed(true)
      else location.assign(pages[page][other])
    }
    loadT(other, isInteractivePage(page) ? ['more', ...copyOf(page)] : ['more'])
      .then(swapped, notToBeHad)
      .catch(reportError)
  }

  return { spoken, failed, swap }
}

function showAddress(page: PageId, lang: Language): void {
  replaceEntry(entryState(), pages[page][lang] + location.hash)
}
