import { languageIds, type Language } from '../../core/languages.ts'
import {
  TEMPLATE_MAX,
  templateIds,
  type TemplateId,
  type TemplateTexts,
} from '../../core/sealing/templates.ts'
import { builtIn, textOf } from './texts.ts'

/** What a leader has written and not saved yet, by template and language; an empty one asks for the page's own text. */
export type Edits = Partial<Record<TemplateId, Partial<Record<Language, string>>>>

/** One text of a template. */
export type Place = { readonly id: TemplateId; readonly lang: Language }

/** What stands in the field of a text: what is being written, else what is offered. */
export const shownAt = (offered: TemplateTexts, edits: Edits, { id, lang }: Place): string =>
  edits[id]?.[lang] ?? textOf(offered, id, lang)

/** Whether the text that stands there is too long to be saved. */
export const isLongAt = (offered: TemplateTexts, edits: Edits, place: Place): boolean =>
  shownAt(offered, edits, place).trim().length > TEMPLATE_MAX

/** The first text that is too long, in the order of the page; undefined when all may be saved. */
export const firstLong = (offered: TemplateTexts, edits: Edits): Place | undefined =>
  templateIds
    .flatMap(id => languageIds.map(lang => ({ id, lang })))
    .find(place => isLongAt(offered, edits, place))

/** What was written on after these were sent. */
export function editsSince(sent: Edits, now: Edits): Edits {
  const left: Edits = {}
  for (const id of templateIds)
    for (const lang of languageIds) {
      const text = now[id]?.[lang]
      if (text !== undefined && text !== sent[id]?.[lang]) left[id] = { ...left[id], [lang]: text }
    }
  return left
}

/** Which texts differ from the page's own: those alone are kept, so that the others follow when the page's are bettered. */
export function changed(offered: TemplateTexts, edits: Edits): TemplateTexts {
  const all: TemplateTexts = {}
  for (const id of templateIds) {
    for (const lang of languageIds) {
      const text = shownAt(offered, edits, { id, lang }).trim()
      if (text !== '' && text !== builtIn(id, lang)) all[id] = { ...all[id], [lang]: text }
    }
  }
  return all
}
