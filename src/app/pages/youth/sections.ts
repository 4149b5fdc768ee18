/** What each part of the page for 15-17 tells: the ids of the standards' facts. A part's id is its heading's id. */
export const sections = [
  {
    id: 'in-short',
    facts: [
      'provider-torvehuset',
      'place-torvehuset-address',
      'target-age-from-15',
      'target-resident',
      'youth-anonymous-talks',
      'youth-service-anonymous-advice',
    ],
  },
  { id: 'who-knows', facts: ['youth-then-parents-and-adviser', 'children-duty-to-notify'] },
  { id: 'how-fast', facts: ['intake-within-1-week', 'guarantee-14-days'] },
  { id: 'cost', facts: ['cost-alcohol-free', 'cost-drugs-free'] },
  {
    id: 'for-me',
    facts: [
      'youth-treatment-alcohol-who',
      'youth-treatment-drugs-who',
      'target-problem-use-alcohol',
      'target-problem-use-rusmidler',
      'both-substances-together',
    ],
  },
  {
    id: 'only-advice',
    facts: ['youth-service-advice', 'youth-service-extended-advice', 'youth-service-lectures-groups'],
  },
  {
    id: 'who-takes-part',
    facts: [
      'youth-then-parents-and-adviser',
      'target-youth-close-cooperation',
      'youth-cooperation-continues',
    ],
  },
  {
    id: 'written-down',
    facts: [
      'contact-torvehuset-registers',
      'data-only-relevant-staff',
      'data-retention-5-years',
      'data-see-own-case',
      'children-duty-to-notify',
    ],
  },
  {
    id: 'treatment',
    facts: [
      'youth-service-assessment-enrolment',
      'youth-service-treatment-length',
      'youth-talks-frequency',
      'youth-service-lectures-groups',
      'youth-aftercare-frequency',
      'youth-aftercare-length-alcohol',
      'youth-aftercare-length-drugs',
      'youth-rests-on-move-u18',
      'youth-service-carrying-method',
      'method-move',
      'method-u18',
      'youth-service-training-limone',
      'youth-service-gift-card',
    ],
  },
  {
    id: 'meeting',
    facts: [
      'youth-visitation-weekly',
      'decision-next-visitation-meeting',
      'youth-visitation-who-is-invited',
      'youth-partners-alcohol',
      'youth-partners-drugs',
    ],
  },
  {
    id: 'parents',
    facts: ['youth-parent-cooperation', 'youth-then-parents-and-adviser', 'youth-parents-support'],
  },
  {
    id: 'health',
    facts: [
      'doctor-talk-offered',
      'other-free-doctor-talk-before-start',
      'other-substitution-medicine',
      'dual-doctor-psychiatrist-attached',
      'dual-treat-and-screen',
      'dual-refer-onwards',
      'dual-apu',
      'pregnant-cooperation',
      'pregnancy-always-cooperation',
    ],
  },
  {
    id: 'your-say',
    facts: [
      'involvement-together',
      'goal-stop-or-reduce',
      'goal-personal-goals',
      'plan-starts-at-intake',
      'plan-updated-every-3-months',
    ],
  },
  { id: 'afterwards', facts: ['follow-up-1-month', 'follow-up-6-months', 'follow-up-return-12-months'] },
  {
    id: 'disagree',
    facts: [
      'complaint-alcohol-management',
      'complaint-alcohol-no-external',
      'complaint-drugs-about-refusal',
      'complaint-drugs-about-late-start',
      'complaint-drugs-sent-to-municipality',
      'complaint-drugs-4-weeks',
      'complaint-drugs-ankestyrelsen',
    ],
  },
  {
    id: 'how-new',
    facts: [
      'valid-alcohol-to-2025',
      'valid-drugs-until-2028',
      'alcohol-standard-identity',
      'drugs-standard-identity',
      'legal-basis-alcohol',
      'legal-basis-drugs',
    ],
  },
] as const
