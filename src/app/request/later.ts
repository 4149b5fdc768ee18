import { later } from '../later.ts'

/** What comes after the first choices. */
export const laterScreens = later(async () => import('./request-later.ts'))
export type LaterScreens = Awaited<ReturnType<(typeof laterScreens)['fetch']>>
