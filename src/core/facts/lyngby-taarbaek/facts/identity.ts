import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const title = under({
  alcohol: 'Kvalitetsstandard for alkoholbehandling 2024-2025',
  drugs: 'Kvalitetsstandard for stofmisbrugsbehandling 2026-2028',
})
const legalBasis = under({ alcohol: 'Lovgrundlag', drugs: 'Lovgrundlag' })
const approved = under({ alcohol: 'Senest godkendt af kommunalbestyrelsen', drugs: 'Godkendt dato' })
const validity = under({ alcohol: 'Gældende til og med', drugs: 'Gældende indtil' })
const revision = under({ alcohol: 'Fremtidig indsats og revision', drugs: 'Fremtidig indsats og revision' })

/** Which standards these are, what law they stand on, from when to when. */
export const identity: readonly Fact[] = [
  title.alcohol('alcohol-standard-identity', 'validity', ['all'], figure(2024, 2025, 'calendar year')),
  title.drugs('drugs-standard-identity', 'validity', ['all'], figure(2026, 2028, 'calendar year')),
  legalBasis.alcohol('legal-basis-alcohol', 'legal-basis', ['all']),
  legalBasis.drugs('legal-basis-drugs', 'legal-basis', ['all']),
  approved.alcohol('approved-alcohol', 'validity', ['all'], { day: '2024-01-24' }),
  approved.drugs('approved-drugs', 'validity', ['all'], { day: '2026-03-26' }),
  validity.alcohol('valid-alcohol', 'validity', ['all'], { day: '2025-12-31' }),
  validity.drugs('valid-drugs', 'validity', ['all'], figure(null, 2028, 'calendar year')),
  revision.both('revision-interval', 'validity', ['all'], figure(2, 2, 'years')),
]
