/**
 * Where the signs come from that people may know of themselves: WHO, ICD-10, diagnostic criteria for research (Geneva 1993),
 * F1x.2 dependence (three or more of six, together for a month or repeatedly within a year) and F1x.1 harmful use. Read in a
 * copy and not at WHO: docs/before-launch.md. The standards measure by WHO's criteria and do not give them (O-24).
 */
export const who = {
  list: 'ICD-10',
  year: '1993',
  /** The day it was read, `YYYY-MM-DD`. */
  readOn: '2026-11-26',
  /** As many signs as WHO speaks of dependence from. */
  enough: '3',
} as const

/** WHO's six signs of dependence, in WHO's order. */
export const signsOfDependence = [
  'craving',
  'control',
  'withdrawal',
  'tolerance',
  'priority',
  'despite',
] as const

/** What a person may know: the six, and harm, which WHO counts by itself. */
export const signs = [...signsOfDependence, 'harm'] as const
export type Sign = (typeof signs)[number]
