import type { Lang } from './people.ts'

/** Set by `npm run test:all`. */
export const everyLanguage = process.env['JOURNEYS_EVERY_LANGUAGE'] === '1'

/**
 * The languages that a journey is walked in whose steps are the same in each. `npm test` walks it in one: what words can
 * break is tried on every text without a browser, and on every page in both languages (everyone.spec.ts).
 *
 * @param one which `npm test` walks; not the same for all, so that both are walked
 */
export const walkedIn = (one: Lang): readonly Lang[] => (everyLanguage ? ['da', 'en'] : [one])
