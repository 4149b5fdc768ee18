import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Language } from '../../../src/core/facts/types.ts'

const t = { da: makeT('da', allCopy('da')), en: makeT('en', allCopy('en')) }

/** A page as the build prerenders it on a day. */
export function show(page: ComponentChild, lang: Language = 'da', today = '2026-11-22'): string {
  return renderToString(
    <CopyContext.Provider value={{ lang, t: t[lang], today }}>{page}</CopyContext.Provider>,
  )
}

/** The same in a document, to be asked like one (needs a DOM environment). */
export function open(page: ComponentChild, lang: Language = 'da', today = '2026-11-22'): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${show(page, lang, today)}`, 'text/html')
}
