import { municipality } from '#municipality'
import type { Fact } from './types.ts'

/**
 * The facts with the headings they stand under, for the reasons that the check gives. A phone has these in the check's own
 * script, and of the others only their figures: `src/commands/phone-facts.ts`.
 */
export const reasonFacts: readonly Fact[] = municipality.facts
