import { createInstance } from 'i18next'
import { municipality } from '#municipality'
import type { Language } from '../../core/facts/types.ts'
import { defaultVariables } from '../../core/facts/index.ts'
import type { Namespace, Resources } from './resources.ts'
import type { T } from './copy.ts'

/**
 * The words of one language as a typed `t`. Names and figures of the municipality are interpolated by default;
 * Preact escapes, so i18next does not.
 */
export function makeT(lang: Language, copy: Partial<Resources>): T {
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: copy },
    ns: Object.keys(copy) as Namespace[],
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: defaultVariables(municipality, lang) },
  })
  void i18n.init() // everything is at hand, so it is done when it returns (initAsync: false)
  return i18n.t
}
