import { block } from '../shared/block.ts'

/** The parts of `you.tsx`, in the order of reading. */
export const you = [
  block('children', 'adults:children.heading', {
    'adults:children.centre': ['children-centre-contacted'],
    'adults:children.attentive': ['children-treatment-places-attentive'],
    'adults:children.duty': ['children-duty-to-notify'],
    'adults:children.pregnant': ['pregnancy-always-cooperation', 'pregnant-cooperation'],
    'adults:children.nameless': 'asks',
  }),
  block('doctor', 'adults:doctor.heading', {
    'adults:doctor.talk': ['doctor-talk-offered', 'service-doctor-talk'],
    'adults:doctor.medicine': ['service-medical-support'],
    'adults:doctor.antabuse': ['service-antabuse'],
    'adults:doctor.free': ['other-free-doctor-talk-before-start'],
    'adults:doctor.substitution': ['other-substitution-medicine'],
  }),
  block('mind', 'adults:mind.heading', {
    'adults:mind.staff': ['dual-doctor-psychiatrist-attached'],
    'adults:mind.screen': ['dual-treat-and-screen'],
    'adults:mind.assessment': ['service-psychiatric-assessment'],
    'adults:mind.onwards': ['dual-refer-onwards'],
    'adults:mind.clinic': ['dual-apu'],
  }),
  block('family', 'adults:family.heading', {
    'adults:family.important': [
      'relatives-important-part',
      'approach-family-oriented',
      'relatives-always-motivated',
      'alcohol-relatives-especially-with-children',
    ],
    'adults:family.contain': ['relatives-treatment-alongside', 'relatives-treatment-may-contain'],
    'adults:family.course': ['service-relatives-course', 'relatives-treatment-may-contain'],
    'adults:family.talks': ['relatives-treatment-may-contain'],
  }),
] as const
