import { block, type Sentences } from '../shared/block.ts'

/** The words at the top, above the parts. */
export const lead: Sentences = {
  'rights:answer': [
    'guarantee-start',
    'data-see-own-case',
    'complaint-alcohol-management',
    'complaint-drugs-ankestyrelsen',
  ],
  'rights:differs': 'ours',
}

/** Each part of the page, in the order of reading: its sentences beside the facts they rest on. A part's id is its heading's id. */
export const sections = [
  block('guarantee', 'rights:guarantee.heading', {
    'rights:guarantee.start': ['guarantee-start', 'guarantee-in-procedure'],
    'rights:guarantee.first': ['intake-first-talk'],
    'rights:guarantee.clock': 'asks',
    'rights:guarantee.alcohol': 'asks',
    'rights:guarantee.drugs': ['choice-drugs-deadline-departed'],
    'rights:guarantee.drugsNameless': 'asks',
    'rights:guarantee.residential': 'asks',
  }),
  block('choice', 'rights:choice.heading', {
    'rights:choice.alcohol': ['choice-alcohol-outpatient'],
    'rights:choice.alcoholApproved': ['choice-alcohol-approved'],
    'rights:choice.alcoholLimit': ['choice-alcohol-outpatient'],
    'rights:choice.alcoholHow': 'asks',
    'rights:choice.drugsTwo': 'ours',
    'rights:choice.drugsNo': ['choice-drugs-no-free-choice'],
    'rights:choice.drugsYes': ['choice-drugs-equivalent'],
    'rights:choice.drugsLimit': ['choice-drugs-limited'],
    'rights:choice.drugsAsk': 'asks',
    'rights:choice.drugsNameless': ['choice-101a-providers'],
    'rights:choice.young': 'asks',
  }),
  block('complaint', 'rights:complaint.heading', {
    'rights:complaint.alcohol': ['complaint-alcohol-management'],
    'rights:complaint.alcoholNone': ['complaint-alcohol-no-external'],
    'rights:complaint.alcoholLimit': 'asks',
    'rights:complaint.drugsAbout': 'ours',
    'rights:complaint.drugsRefusal': ['complaint-drugs-about-refusal'],
    'rights:complaint.drugsLate': ['complaint-drugs-about-late-start'],
    'rights:complaint.drugsHow': [
      'complaint-drugs-deadline',
      'complaint-drugs-sent-to-municipality',
      'complaint-drugs-ankestyrelsen',
    ],
    'rights:complaint.drugsOther': 'asks',
    'rights:complaint.both': 'asks',
  }),
  block('your-case', 'rights:know.heading', {
    'rights:know.staff': ['data-only-relevant-staff'],
    'rights:know.written': ['contact-torvehuset-registers'],
    'rights:know.kept': ['data-retention'],
    'rights:know.alcohol': ['data-see-own-case', 'data-system-sensum-alcohol'],
    'rights:know.drugs': ['data-see-own-case', 'data-system-cura-drugs'],
    'rights:know.both': 'asks',
  }),
  block('cost', 'rights:cost.heading', {
    'rights:cost.text': ['cost-alcohol-free', 'cost-drugs-free'],
    'rights:cost.residential': ['payment-residential-assessed'],
  }),
  block('another-place', 'rights:elsewhere.heading', {
    'rights:elsewhere.intro': 'ours',
    'rights:elsewhere.informed': ['other-provider-informed'],
    'rights:elsewhere.consent': ['other-provider-consent'],
    'rights:elsewhere.followUp': ['other-provider-follow-up', 'supplier-individual-oversight'],
    'rights:elsewhere.listed': ['supplier-on-tilbudsportalen'],
    'rights:elsewhere.drugsPapers': ['other-provider-consent'],
    'rights:elsewhere.register': [
      'supplier-reports-nab-alcohol',
      'supplier-reports-stofmisbrugsdatabasen-drugs',
    ],
    'rights:elsewhere.ask': 'asks',
  }),
  block('who-else', 'rights:told.heading', {
    'rights:told.intro': 'ours',
    'rights:told.centre': ['children-centre-contacted'],
    'rights:told.pregnant': ['pregnancy-always-cooperation'],
    'rights:told.duty': ['children-duty-to-notify'],
    'rights:told.committee': ['intensive-decided-by-committee'],
    'rights:told.provider': ['other-provider-consent'],
    'rights:told.psychiatry': ['dual-refer-onwards'],
    'rights:told.youth': ['youth-then-parents-and-adviser'],
    'rights:told.youthMeeting': ['youth-visitation-who-is-invited'],
  }),
  block('how-new', 'rights:newness.heading', {
    'rights:newness.what': 'ours',
    'rights:newness.alcohol': ['alcohol-standard-identity', 'legal-basis-alcohol', 'valid-alcohol'],
    'rights:newness.drugs': ['drugs-standard-identity', 'legal-basis-drugs', 'valid-drugs'],
  }),
] as const
