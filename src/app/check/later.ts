import type { CopyPart } from '../copy/parts.ts'
import { laterDrawn } from '../whole-style.ts'

/** What comes after the first questions of the check. */
export const laterOfCheck = laterDrawn(async () => import('./check-later.ts'))
export type LaterOfCheck = Awaited<ReturnType<(typeof laterOfCheck)['fetch']>>

/** The copy of the check from its first question to its result. */
export const copyOfCheck = ['check', 'result'] as const satisfies readonly CopyPart[]
