import { municipality } from '#municipality'
import { headingsOf, type HeadingOfFacts } from './headings.ts'

/**
 * The headings of the facts, for the reasons that the check gives. A phone has those in the check's own script, and of the facts
 * themselves only their figures: `src/commands/phone-facts.ts`.
 */
export const reasonHeadings: readonly HeadingOfFacts[] = headingsOf(municipality.facts)
