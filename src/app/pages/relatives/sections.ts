/** What each part of the page for relatives tells: the ids of the standards' facts. A part's id is its heading's id. */
export const sections = [
  {
    id: 'in-short',
    facts: [
      'relatives-important-part',
      'relatives-programme',
      'provider-torvehuset',
      'place-torvehuset-address',
    ],
  },
  { id: 'who-knows', facts: ['children-duty-to-notify'] },
  { id: 'for-me', facts: ['relatives-who-alcohol', 'relatives-who-drugs'] },
  {
    id: 'what-it-holds',
    facts: [
      'relatives-programme',
      'relatives-treatment-may-contain',
      'service-relatives-course',
      'service-family-talks',
      'service-couple-talks',
      'goal-help-whole-family',
      'goal-network-meetings',
    ],
  },
  {
    id: 'in-treatment',
    facts: [
      'relatives-always-motivated',
      'alcohol-relatives-especially-with-children',
      'relatives-treatment-alongside',
      'contact-torvehuset-registers',
      'data-only-relevant-staff',
    ],
  },
  {
    id: 'does-not-want-help',
    facts: ['relatives-who-alcohol', 'relatives-who-drugs', 'visitation-what-happens'],
  },
  {
    id: 'parents',
    facts: [
      'youth-parents-support',
      'youth-parent-cooperation',
      'target-youth-close-cooperation',
      'youth-anonymous-talks',
      'youth-then-parents-and-adviser',
      'youth-visitation-weekly',
      'youth-visitation-who-is-invited',
      'youth-cooperation-continues',
      'youth-partners-alcohol',
      'youth-partners-drugs',
    ],
  },
  { id: 'younger', facts: ['target-age'] },
  {
    id: 'children',
    facts: ['children-centre-contacted', 'children-treatment-places-attentive', 'children-duty-to-notify'],
  },
  {
    id: 'how-new',
    facts: ['valid-alcohol', 'valid-drugs', 'alcohol-standard-identity', 'drugs-standard-identity'],
  },
] as const
