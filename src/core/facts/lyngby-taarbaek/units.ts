import type { Municipality } from '../types.ts'

/** Names as the standards print them; where the two differ, the drug standard's, which is the newer. */
export const units: Municipality['units'] = {
  centre: 'Center for Social Indsats',
  childrenAndFamily: 'Børn og Familieafdelingen',
  familyClinic: 'Familieambulatoriet',
  region: 'Region Hovedstaden',
  // The drug standard names both as if they were two; the alcohol standard only the second (docs/before-launch.md).
  youthUnit: 'Ungeenheden',
  youthDepartment: 'Ungeafdelingen',
  // Named once, in the alcohol standard, and not explained.
  substanceCentre: 'Rusmiddelcentret',
  training: 'Limone',
  apu: 'Ambulatorie for Psykoterapeutisk Udvikling (APU)',
  systemAlcohol: 'Sensum Bosted',
  systemDrugs: 'CURA',
  registerAlcohol: 'NAB (Nationale Alkoholbehandlingsregister)',
  registerDrugs: 'Stofmisbrugsdatabasen',
  supervision: 'Socialtilsynet',
  providerRegister: 'Tilbudsportalen',
  appeals: 'Ankestyrelsen',
}

/** Facts s101a-provider-gladsaxe, -brydehuset, -kabs, -addiktiv. */
export const anonymousProviders: readonly string[] = [
  'Gladsaxe Misbrugscenter',
  'Brydehuset (Ballerup)',
  'KABS',
  'Addiktiv Klinik',
]
