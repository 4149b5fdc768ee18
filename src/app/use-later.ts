import { useContext, useEffect, useState } from 'preact/hooks'
import type { Language } from '../core/languages.ts'
import { CopyContext } from './copy/copy.ts'
import { hasCopy, loadT } from './copy/load.ts'
import type { CopyPart } from './copy/parts.ts'
import type { Later } from './later.ts'

const NONE: readonly CopyPart[] = []

/**
 * A later part, asked for as soon as the page answers, so that it is there before somebody comes to it.
 *
 * @param ready whether the first question answers: before that it would only be in its way
 * @param words the copy that it speaks in: it is not there before that
 * @returns `failed` when it could not be had; it is asked for again when there is a network
 */
export function useLater<T>(part: Later<T>, ready: boolean, words: readonly CopyPart[] = NONE): Come<T> {
  return useLaterIn(useContext(CopyContext)?.lang, part, ready, words)
}

type Come<T> = { readonly here: T | null; readonly failed: boolean }

/** The same above the page's copy. @param lang the language of the page; without one there are no words */
export function useLaterIn<T>(
  lang: Language | undefined,
  part: Later<T>,
  ready: boolean,
  words: readonly CopyPart[],
): Come<T> {
  const [, setCame] = useState(0)
  const [failed, setFailed] = useState(false)
  const mute = words.length > 0 && (lang === undefined || !hasCopy(lang, words))
  const here = mute ? null : part.here()
  useEffect(() => {
    if (!ready || here !== null) return undefined
    let asks = true
    const ask = (): void => {
      setFailed(false)
      Promise.all([part.fetch(), lang !== undefined && words.length > 0 && loadT(lang, words)]).then(
        () => {
          if (asks) setCame(n => n + 1)
        },
        () => {
          if (asks) setFailed(true) // shown where it is needed
        },
      )
    }
    ask()
    addEventListener('online', ask)
    return () => {
      asks = false
      removeEventListener('online', ask)
    }
  }, [part, ready, here, lang, words])
  return { here, failed }
}
