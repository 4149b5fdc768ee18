/** What each part of the page on rights tells: the ids of the standards' facts. A part's id is its heading's id. */
export const sections = [
  {
    id: 'guarantee',
    facts: [
      'guarantee-start',
      'guarantee-in-procedure',
      'intake-first-talk',
      'choice-drugs-deadline-departed',
    ],
  },
  {
    id: 'choice',
    facts: [
      'choice-alcohol-outpatient',
      'choice-alcohol-approved',
      'choice-drugs-no-free-choice',
      'choice-drugs-equivalent',
      'choice-drugs-limited',
      'choice-101a-providers',
    ],
  },
  {
    id: 'complaint',
    facts: [
      'complaint-alcohol-management',
      'complaint-alcohol-no-external',
      'complaint-drugs-ankestyrelsen',
      'complaint-drugs-about-refusal',
      'complaint-drugs-about-late-start',
      'complaint-drugs-deadline',
      'complaint-drugs-sent-to-municipality',
    ],
  },
  {
    id: 'your-case',
    facts: [
      'contact-torvehuset-registers',
      'data-only-relevant-staff',
      'data-retention',
      'data-see-own-case',
      'data-system-sensum-alcohol',
      'data-system-cura-drugs',
    ],
  },
  { id: 'cost', facts: ['cost-alcohol-free', 'cost-drugs-free', 'payment-residential-assessed'] },
  {
    id: 'another-place',
    facts: [
      'other-provider-informed',
      'other-provider-consent',
      'other-provider-follow-up',
      'supplier-individual-oversight',
      'supplier-on-tilbudsportalen',
      'supplier-reports-nab-alcohol',
      'supplier-reports-stofmisbrugsdatabasen-drugs',
    ],
  },
  {
    id: 'who-else',
    facts: [
      'children-centre-contacted',
      'pregnancy-always-cooperation',
      'children-duty-to-notify',
      'intensive-decided-by-committee',
      'other-provider-consent',
      'dual-refer-onwards',
      'youth-then-parents-and-adviser',
      'youth-visitation-who-is-invited',
    ],
  },
  {
    id: 'how-new',
    facts: [
      'valid-alcohol',
      'valid-drugs',
      'alcohol-standard-identity',
      'drugs-standard-identity',
      'legal-basis-alcohol',
      'legal-basis-drugs',
    ],
  },
] as const
