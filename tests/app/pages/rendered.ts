import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { Language } from '../../../src/core/facts/types.ts'

/** The HTML of a page as the prerenderer makes it. */
export function rendered(page: ComponentType, lang: Language, today = '2026-11-22'): string {
  const value = { lang, t: makeT(lang, allCopy(lang)), today }
  return renderToString(h(CopyContext.Provider, { value, children: h(page, {}) }))
}

/** The words a reader sees, without the tags. */
export const textOf = (html: string): string =>
  html.replace(/<\/?(?:a|span)\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ')

/** The levels of the headings, in reading order. */
export const levelsOf = (html: string): number[] =>
  [...html.matchAll(/<h([1-6])[\s>]/g)].map(hit => Number(hit[1]))

/** The ids of the headings that have one, in reading order. */
export const idsOf = (html: string): string[] =>
  [...html.matchAll(/<h[23] id="([^"]+)"/g)].map(hit => hit[1]!)
