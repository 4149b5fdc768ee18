import { block, type Sentences } from '../shared/block.ts'
import { before } from './before-sections.ts'
import { rules } from './rules-sections.ts'
import { treatment } from './treatment-sections.ts'
import { you } from './you-sections.ts'

/** The words at the top, above the parts. */
export const lead: Sentences = {
  'adults:answer': ['goal-stop-or-reduce', 'provider-torvehuset'],
  'adults:reach.talk': 'ours',
  'adults:ask.clock': 'asks',
  'adults:ask.nameless': 'asks',
  'adults:ask.centre': 'asks',
}

/** Each part of the page, in the order of reading: its sentences beside the facts they rest on. A part's id is its heading's id. */
export const sections = [
  block('in-short', 'adults:short.heading', {
    'adults:short.talks': ['service-individual-talks', 'service-group-treatment'],
    'adults:short.doctor': ['service-doctor-talk'],
    'adults:short.family': ['relatives-important-part'],
    'adults:short.after': ['service-aftercare'],
    'adults:short.who': ['target-age', 'target-resident'],
    'adults:short.where': ['provider-torvehuset', 'place-torvehuset-address'],
    'adults:short.stopping': 'ours',
  }),
  block('who-knows', 'adults:know.heading', {
    'adults:know.box.named': 'ours',
    'adults:know.box.staff': ['data-only-relevant-staff'],
    'adults:know.box.centre': ['children-centre-contacted'],
    'adults:know.box.pregnant': ['pregnancy-always-cooperation'],
    'adults:know.box.duty': ['children-duty-to-notify'],
    'adults:know.box.kept': ['data-retention', 'data-see-own-case'],
    'adults:know.without': 'ours',
  }),
  block('how-fast', 'adults:fast.heading', {
    'adults:fast.first': ['intake-first-talk'],
    'adults:fast.start': ['guarantee-start'],
    'adults:fast.clock': 'asks',
  }),
  block('cost', 'adults:cost.heading', {
    'adults:cost.text': ['cost-alcohol-free', 'cost-drugs-free'],
    'adults:cost.residential': ['payment-residential-assessed'],
  }),
  block('signs', 'signs:heading', {
    'adults:signs.young': 'ours',
    'adults:signs.other': 'ours',
    'signs:hint': 'ours',
    'signs:sign.craving': 'who',
    'signs:sign.control': 'who',
    'signs:sign.withdrawal': 'who',
    'signs:sign.tolerance': 'who',
    'signs:sign.priority': 'who',
    'signs:sign.despite': 'who',
    'signs:sign.harm': 'who',
    'signs:told.count': 'ours',
    'signs:told.who': 'who',
    'signs:told.stopping': 'ours',
    'signs:told.harm': ['target-problem-use-alcohol', 'target-problem-use-rusmidler'],
    'signs:told.enough': 'ours',
    'signs:none': 'ours',
    'signs:source': 'who',
  }),
  block('way', 'adults:way.heading', {
    'adults:way.contact.text': ['visitation-what-happens'],
    'adults:way.talk.text': ['intake-first-talk', 'intake-whole-social-situation'],
    'adults:way.meeting.text': ['decision-next-visitation-meeting'],
    'adults:way.start.text': ['guarantee-start'],
    'adults:way.treatment.text': ['course-typical-length', 'course-talks-frequency'],
    'adults:way.after.text': ['aftercare-length', 'aftercare-talks-frequency'],
    'adults:way.followUp.text': ['follow-up-first', 'follow-up-second'],
  }),
  ...before,
  ...treatment,
  ...you,
  ...rules,
] as const
