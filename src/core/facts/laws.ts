/**
 * Paragraphs as the standards name them, in small letters as Danish writes acts; no line ends between § and its number.
 * Two of them are "§ 141": the act's name always goes along.
 */
export const laws = {
  alcohol: 'sundhedsloven §\u00A0141',
  drugs: 'serviceloven §\u00A0101',
  anonymous: 'serviceloven §\u00A0101\u00A0a',
  youth: 'barnets lov\u00A0§\u00A033',
  actionPlan: 'serviceloven §\u00A0141',
  doctor: 'sundhedsloven §\u00A0142',
  complaints: 'retssikkerhedsloven kapitel\u00A010',
} as const
