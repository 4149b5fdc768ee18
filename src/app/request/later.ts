import type { CopyPart } from '../copy/parts.ts'
import { laterDrawn } from '../whole-style.ts'

/** What comes after the first choices. */
export const laterScreens = laterDrawn(async () => import('./request-later.ts'))
export type LaterScreens = Awaited<ReturnType<(typeof laterScreens)['fetch']>>

/** The copy of the request from its first question to its receipt. */
export const copyOfRequest = ['contact', 'more'] as const satisfies readonly CopyPart[]
