import { createInstance } from 'i18next'
import type { Language } from '../../core/facts/types.ts'
import type { Resources } from './resources.ts'
import type { T } from './copy.ts'
import { variablesIn } from './variables.ts'

/** A `t` that more copy can be given to. */
export type Words = { readonly t: T; readonly add: (copy: Partial<Resources>) => void }

/** Nobody changes the copy, so that none need be made of it: a page's words are the largest thing it starts with. */
const asItIs = { skipCopy: true, silent: true }

/**
 * The words of one language as a typed `t`. Names and figures of the municipality are interpolated by default;
 * Preact escapes, so i18next does not.
 */
export function makeWords(lang: Language): Words {
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: {} },
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: variablesIn(lang) },
  })
  void i18n.init() // everything is at hand, so it is done when it returns (initAsync: false)
  return {
    t: i18n.t,
    add(copy) {
      for (const [namespace, words] of Object.entries(copy))
        i18n.addResourceBundle(lang, namespace, words, false, true, asItIs)
    },
  }
}

/** A `t` that has all it will ever need. */
export function makeT(lang: Language, copy: Partial<Resources>): T {
  const { t, add } = makeWords(lang)
  add(copy)
  return t
}
