import { createInstance, type TFunction } from 'i18next'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { municipality } from '#municipality'
import type da from '../../../locales/da/inbox.json'
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

const files = import.meta.glob<typeof da>('../../../locales/*/inbox.json', {
  eager: true,
  import: 'default',
})
const built: Partial<Record<Language, T>> = {}

/** The inbox's words, built once a language. All come along: a member writes to each person in that person's own. */
export const tIn = (lang: Language): T => (built[lang] ??= build(lang))

function build(lang: Language): T {
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: { inbox: files[`../../../locales/${lang}/inbox.json`] ?? {} } },
    ns: ['inbox'],
    defaultNS: 'inbox',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: defaultVariables(municipality, lang) },
  })
  void i18n.init() // everything is at hand, so it is done when it returns (initAsync: false)
  const look = i18n.t as Look // sound: it is called with one of the keys, and gives a text
  return quick(look, defaultVariables(municipality, lang), new Intl.PluralRules(lang)) as T
}

type Look = (key: string, options?: Readonly<Record<string, unknown>>) => string

/**
 * Looks a text up once, and fills it in itself: a list says the same few in each of its rows, and looking them up each time was
 * a third of the time of drawing it. What is filled in is not kept.
 */
function quick(look: Look, always: Readonly<Record<string, unknown>>, plural: Intl.PluralRules): Look {
  const texts = new Map<string, string>()
  return (key, options = {}) => {
    const { count } = options
    // All numbers of a form share a text; none may have one of its own.
    const form = typeof count === 'number' ? (count === 0 ? 'zero' : plural.select(count)) : ''
    const name = `${key} ${form}`
    const text = texts.get(name) ?? look(key, { ...options, skipInterpolation: true })
    texts.set(name, text)
    return text.replace(/\{\{([\w.]+)\}\}/g, (_, path: string) => {
      const value = path in options ? options[path] : partOf(always, path)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    })
  }
}

/** What stands under a path of names with full stops between; undefined when nothing does. */
const partOf = (all: Readonly<Record<string, unknown>>, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], all)

export const CopyContext = createContext<{ lang: Language; t: T } | null>(null)

/** The inbox's copy in the language of this desk. @throws Error outside of `CopyContext`. */
export function useCopy(): { lang: Language; t: T } {
  const copy = useContext(CopyContext)
  if (!copy) throw new Error('useCopy outside of CopyContext')
  return copy
}
