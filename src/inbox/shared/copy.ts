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
const built: Partial<Record<Language, T>> = {}

/** The inbox's words, built once a language. Both come along: a member writes to each person in that person's own. */
export const tIn = (lang: Language): T => (built[lang] ??= build(lang))

function build(lang: Language): T {
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
  // A list says the same few words in each of its rows: looking them up was a quarter of the time of drawing it.
  const said = new Map<string, string>()
  // Sound, both here and below: it is called with one of the keys, with or without options, and gives a text.
  const look = i18n.t as (key: string, options?: unknown) => string
  const t = (key: string, options?: unknown): string => {
    if (options !== undefined) return look(key, options)
    const text = said.get(key) ?? look(key)
    said.set(key, text)
    return text
  }
  return t as T
}

export const CopyContext = createContext<{ lang: Language; t: T } | null>(null)

export function useCopy(): { lang: Language; t: T } {
  const copy = useContext(CopyContext)
  if (!copy) throw new Error('useCopy outside of CopyContext')
  return copy
}
