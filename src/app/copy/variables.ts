import { municipality } from '#municipality'
import { defaultVariables } from '../../core/facts/index.ts'
import type { Language } from '../../core/languages.ts'

/**
 * What any sentence may have filled in: names and figures of the municipality. On a phone there is nothing left of it to be filled
 * in, since the build has done it in the copy itself, and gives an empty list here (src/commands/words-for-phones.ts).
 */
export const variablesIn = (lang: Language): object => defaultVariables(municipality, lang)
