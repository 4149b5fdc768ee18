import type { Municipality } from '../types.ts'

/** A first slice; the standards' facts follow. */
export const municipality: Municipality = {
  id: 'lyngby-taarbaek',
  name: 'Lyngby-Taarbæk',
  fullName: 'Lyngby-Taarbæk Kommune',
  place: {
    name: 'Torvehuset',
    street: 'Lyngby Torv 16',
    postcode: '2800',
    town: 'Lyngby',
    phone: null,
    hours: null,
    web: null,
  },
  units: { centre: 'Center for Social Indsats' },
  anonymousProviders: [],
  helplines: [],
  standards: {
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
  },
  facts: [],
  postcodes: ['2800', '2830', '2840', '2930', '3500'],
  openMatters: {},
  confirmed: { helpContinuesThoughLapsed: false, neverSaysWhoComes: false, mayRefuseAtFirstTalk: false },
  required: {
    controller: null,
    dataProtectionOfficer: null,
    legalBasis: null,
    recipients: null,
    accessibilityContact: null,
  },
}
