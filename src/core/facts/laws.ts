/** Paragraphs as the standards name them. Two of them are "§ 141": the act's name always goes along. */
export const laws = {
  alcohol: 'Sundhedsloven § 141',
  drugs: 'Serviceloven § 101',
  anonymous: 'Serviceloven § 101 a',
  youth: 'Barnets Lov § 33',
  actionPlan: 'Serviceloven § 141',
  doctor: 'Sundhedsloven § 142',
} as const
