import type { Municipality } from '../types.ts'

/**
 * The two quality standards. The alcohol one says "til og med 2025"; the drug one "indtil 2028", its title 2026-2028,
 * so the last day of 2028 is our reading, no page prints it as a day, and all through 2028 the pages say to ask. It names
 * no first day either, and was approved in March 2026: the first day of its title's first year is our reading too.
 */
export const standards: Municipality['standards'] = {
  alcohol: {
    id: 'alcohol',
    title: 'Kvalitetsstandard for alkoholbehandling 2024-2025',
    approvedOn: '2024-01-24',
    validFrom: '2024-01-01',
    validTo: '2025-12-31',
  },
  drugs: {
    id: 'drugs',
    title: 'Kvalitetsstandard for stofmisbrugsbehandling 2026-2028',
    approvedOn: '2026-03-26',
    validFrom: '2026-01-01',
    validTo: '2028-12-31',
    unsureFrom: '2028-01-01',
  },
}
