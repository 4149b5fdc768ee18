import type { ParseKeys } from 'i18next'
import type { Namespace } from '../../copy/resources.ts'

/** The key of a sentence in any of the citizen's copy: `youth:answer`. */
export type Key = ParseKeys<Namespace[]>
