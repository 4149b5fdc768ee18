import type { Language } from '../../core/facts/types.ts'
import { makeAlias } from '../../core/request/index.ts'

/** A made-up name to be said at the door, by chance. */
export const newAlias = (lang: Language): string => makeAlias(lang, crypto.getRandomValues(new Uint8Array(3)))
