import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeT } from '../app/copy/i18n.ts'
import type { Resources } from '../app/copy/resources.ts'
import { methods } from '../app/pages/shared/methods.ts'
import { dayText } from '../core/facts/index.ts'
import type { Language } from '../core/facts/types.ts'
import { signsOfDependence, who } from '../core/facts/who.ts'

/** The copy of one language by its key ("adults:answer"), names and figures filled in; read from `locales`. */
export function wordsIn(lang: Language): (key: string) => string {
  const folder = join(import.meta.dirname, '../../locales', lang)
  const areas = readdirSync(folder).map(file => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  ])
  // Our own files: a test compares their keys in both languages with those the pages ask for.
  const t = makeT(lang, Object.fromEntries(areas) as Resources) as (key: string, values: object) => string
  const signs = { ...who, day: dayText(who.readOn, lang), n: '…', of: signsOfDependence.length }
  return key => t(key, { ...methods, ...signs })
}
