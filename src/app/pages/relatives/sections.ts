import { block, type Sentences } from '../shared/block.ts'

/** The words at the top, above the parts. */
export const lead: Sentences = {
  'relatives:answer': ['relatives-who-alcohol', 'relatives-who-drugs'],
  'relatives:young': 'ours',
  'relatives:youngAlone': 'asks',
  'relatives:ask.wait': 'asks',
  'relatives:ask.cost': 'asks',
  'relatives:ask.register': 'asks',
}

/** Each part of the page, in the order of reading: its sentences beside the facts they rest on. A part's id is its heading's id. */
export const sections = [
  block('in-short', 'relatives:short.heading', {
    'relatives:short.course': ['relatives-programme'],
    'relatives:short.talks': ['relatives-programme'],
    'relatives:short.family': ['relatives-programme'],
    'relatives:short.couple': ['relatives-programme'],
    'relatives:short.important': ['relatives-important-part'],
    'relatives:short.where': ['provider-torvehuset', 'place-torvehuset-address'],
  }),
  block('who-knows', 'relatives:know.heading', {
    'relatives:know.box.yourself': 'ours',
    'relatives:know.box.nameless': 'ours',
    'relatives:know.box.duty': ['children-duty-to-notify'],
  }),
  block('cost', 'relatives:cost.heading', {
    'relatives:cost.text': [
      'service-relatives-course',
      'service-family-talks',
      'service-couple-talks',
      'cost-alcohol-free',
      'cost-drugs-free',
    ],
  }),
  block('for-me', 'relatives:me.heading', {
    'relatives:me.intro': 'ours',
    'relatives:me.resident': ['relatives-who-alcohol', 'relatives-who-drugs'],
    'relatives:me.enrolled': ['relatives-who-alcohol', 'relatives-who-drugs'],
    'relatives:me.elsewhere': 'asks',
    'relatives:me.otherPlace': 'asks',
  }),
  block('what-it-holds', 'relatives:what.heading', {
    'relatives:what.programme': ['relatives-programme'],
    'relatives:what.talks': ['relatives-programme', 'relatives-treatment-may-contain'],
    'relatives:what.course': ['service-relatives-course', 'relatives-treatment-may-contain'],
    'relatives:what.family': ['service-family-talks'],
    'relatives:what.couple': ['service-couple-talks'],
    'relatives:what.whole': ['goal-help-whole-family'],
    'relatives:what.meetings': ['goal-network-meetings'],
  }),
  block('in-treatment', 'relatives:treated.heading', {
    'relatives:treated.motivated': ['relatives-always-motivated'],
    'relatives:treated.alcohol': ['alcohol-relatives-especially-with-children'],
    'relatives:treated.alongside': ['relatives-treatment-alongside'],
    'relatives:treated.registered': ['contact-torvehuset-registers'],
    'relatives:treated.staff': ['data-only-relevant-staff'],
  }),
  block('does-not-want-help', 'relatives:unwilling.heading', {
    'relatives:unwilling.yours': ['relatives-who-alcohol', 'relatives-who-drugs'],
    'relatives:unwilling.starts': ['visitation-what-happens'],
  }),
  block('parents', 'relatives:parents.heading', {
    'relatives:parents.support': ['youth-parents-support'],
    'relatives:parents.onBehalf': 'asks',
    'relatives:parents.nameless': ['youth-anonymous-talks'],
    'relatives:parents.told': ['youth-then-parents-and-adviser'],
    'relatives:parents.part': ['youth-parent-cooperation', 'target-youth-close-cooperation'],
    'relatives:parents.through': ['youth-cooperation-continues'],
    'relatives:parents.meeting': ['youth-visitation-meeting', 'youth-visitation-who-is-invited'],
    'relatives:parents.partners': ['youth-partners-alcohol', 'youth-partners-drugs'],
  }),
  block('younger', 'relatives:younger.heading', {
    'relatives:younger.from': ['target-age'],
    'relatives:younger.ask': 'ours',
    'relatives:younger.municipality': 'ours',
  }),
  block('children', 'relatives:children.heading', {
    'relatives:children.centre': ['children-centre-contacted'],
    'relatives:children.attentive': ['children-treatment-places-attentive'],
    'relatives:children.duty': ['children-duty-to-notify'],
  }),
  block('how-new', 'relatives:newness.heading', {
    'relatives:newness.what': 'ours',
    'relatives:newness.alcohol': ['alcohol-standard-identity', 'valid-alcohol'],
    'relatives:newness.drugs': ['drugs-standard-identity', 'valid-drugs'],
  }),
] as const
