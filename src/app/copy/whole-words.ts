import { later } from '../later.ts'
import type { CopyPart } from './parts.ts'

/** The parts of the copy of which no word counts anything or is a list: they are spoken without i18next. */
export const firstParts: ReadonlySet<CopyPart> = new Set(['base', 'contact', 'check', 'code'])

/** i18next, for all other words. */
export const wholeWords = later(async () => import('./i18n.ts'))

/** Whether there is a word among these that only i18next can say. */
export const needWhole = (parts: readonly CopyPart[]): boolean => parts.some(part => !firstParts.has(part))
