import type { Plugin } from 'vite'
import { leanCurves } from './lean-curves.ts'
import { leanErrors } from './lean-errors.ts'
import { leanI18next } from './lean-i18next.ts'
import { leanIdb } from './lean-idb.ts'
import { leanZodErrors } from './lean-zod-errors.ts'
import { leanZod } from './lean-zod.ts'

/** What leaves out of the libraries what no citizen's phone runs (docs/decisions/0057-what-no-phone-runs.md). */
export const leanLibraries = (): readonly Plugin[] => [
  leanI18next(),
  leanCurves(),
  leanZod(),
  leanZodErrors(),
  leanIdb(),
  leanErrors(),
]
