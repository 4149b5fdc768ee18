import { later } from '../later.ts'

/** What keeps answers and messages on the phone, and tells of it. The first question answers without it. */
export const keeping = later(async () => import('./keeping.tsx'))
