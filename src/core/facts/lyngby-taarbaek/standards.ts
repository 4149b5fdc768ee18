import type { Municipality } from '../types.ts'

/**
 * The two quality standards. The alcohol one says "til og med 2025"; the drug one "indtil 2028", its title 2026-2028,
 * so the last day of 2028 is our reading, and no page prints it as a day.
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
  },
}
