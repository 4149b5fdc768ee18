import { createInstance, type TFunction } from 'i18next'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { municipality } from '#municipality'
import da from '../../../locales/da/inbox.json'
import en from '../../../locales/en/inbox.json'
import { defaultVariables } from '../../core/facts/index.ts'
import type { Language } from '../../core/facts/types.ts'

type Resources = { inbox: typeof da }
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'inbox'
    resources: Resources
  }
}
export type T = TFunction

const words = { da, en } satisfies Record<Language, object>

/** The inbox's words. Staff read both at once seldom, so both languages come along. */
export function makeT(lang: Language): T {
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: { inbox: words[lang] } },
    ns: ['inbox'],
    defaultNS: 'inbox',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: defaultVariables(municipality, lang) },
  })
  void i18n.init() // everything is at hand, so it is done when it returns (initAsync: false)
  return i18n.t
}

export const CopyContext = createContext<{ lang: Language; t: T } | null>(null)

export function useCopy(): { lang: Language; t: T } {
  const copy = useContext(CopyContext)
  if (!copy) throw new Error('useCopy outside of CopyContext')
  return copy
}
