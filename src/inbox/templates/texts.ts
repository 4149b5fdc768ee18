import type { Language } from '../../core/languages.ts'
import type { TemplateId, TemplateTexts } from '../../core/sealing/templates.ts'
import { tIn } from '../shared/copy.ts'

/** The text as the page has it. */
export const builtIn = (id: TemplateId, lang: Language): string => tIn(lang)(`templates.texts.${id}`)

/** The text as leaders have made it, or as the page has it. */
export const textOf = (texts: TemplateTexts, id: TemplateId, lang: Language): string =>
  texts[id]?.[lang] ?? builtIn(id, lang)
