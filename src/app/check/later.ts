import { later } from '../later.ts'

/** What comes after the first questions of the check. */
export const laterOfCheck = later(async () => import('./check-later.ts'))
export type LaterOfCheck = Awaited<ReturnType<(typeof laterOfCheck)['fetch']>>
