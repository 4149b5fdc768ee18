import { block, type Sentences } from '../shared/block.ts'

/** The words at the top, above the parts. */
export const lead: Sentences = {
  'youth:answer': ['youth-anonymous-talks'],
  'youth:ask.stops': 'asks',
  'youth:ask.more': 'asks',
  'youth:ask.clock': 'asks',
}

/** Each part of the page, in the order of reading: its sentences beside the facts they rest on. A part's id is its heading's id. */
export const sections = [
  block('in-short', 'youth:short.heading', {
    'youth:short.talk': ['youth-anonymous-talks', 'youth-service-anonymous-advice'],
    'youth:short.more': ['youth-service-advice'],
    'youth:short.treatment': ['youth-service-treatment-length'],
    'youth:short.who': ['target-age', 'target-resident'],
    'youth:short.where': ['provider-torvehuset', 'place-torvehuset-address'],
  }),
  block('who-knows', 'youth:know.heading', {
    'youth:know.box.booking': ['youth-anonymous-talks'],
    'youth:know.box.enrol': ['youth-then-parents-and-adviser'],
    'youth:know.box.duty': ['children-duty-to-notify'],
    'youth:know.box.ask': 'asks',
    'youth:know.box.app': 'ours',
  }),
  block('how-fast', 'youth:fast.heading', {
    'youth:fast.talk': 'ours',
    'youth:fast.first': ['intake-first-talk'],
    'youth:fast.start': ['guarantee-start'],
  }),
  block('cost', 'youth:cost.heading', {
    'youth:cost.text': ['cost-alcohol-free', 'cost-drugs-free'],
  }),
  block('way', 'youth:way.heading', {
    'youth:way.book.text': 'ours',
    'youth:way.talk.text': ['youth-anonymous-talks'],
    'youth:way.more.text': ['youth-service-advice', 'youth-service-extended-advice'],
    'youth:way.enrol.text': ['youth-then-parents-and-adviser', 'youth-service-assessment-enrolment'],
    'youth:way.meeting.text': ['youth-visitation-meeting', 'decision-next-visitation-meeting'],
    'youth:way.treatment.text': ['youth-service-treatment-length'],
    'youth:way.after.text': ['youth-aftercare-frequency'],
    'youth:way.followUp.text': ['follow-up-first', 'follow-up-second'],
  }),
  block('for-me', 'youth:me.heading', {
    'youth:me.unsure': ['target-problem-use-alcohol', 'target-problem-use-rusmidler'],
    'youth:me.alcohol': ['youth-treatment-alcohol-who', 'target-problem-use-alcohol'],
    'youth:me.drugsAsk': ['youth-treatment-drugs-who', 'target-problem-use-rusmidler'],
    'youth:me.both': ['both-substances-together'],
  }),
  block('only-advice', 'youth:advice.heading', {
    'youth:advice.short': ['youth-service-advice'],
    'youth:advice.extended': ['youth-service-extended-advice'],
    'youth:advice.lectures': ['youth-service-lectures-groups'],
    'youth:advice.names': 'asks',
  }),
  block('questions', 'youth:questions.heading', {
    'youth:questions.intro': 'ours',
    'youth:questions.third': 'asks',
    'youth:questions.anonymous': 'asks',
    'youth:questions.birthday': 'asks',
    'youth:questions.place': 'asks',
    'youth:questions.residential': 'asks',
    'youth:questions.plan': 'asks',
  }),
  block('who-takes-part', 'youth:who.heading', {
    'youth:who.parents': ['youth-then-parents-and-adviser'],
    'youth:who.adviser': 'ours',
    'youth:who.noAdviser': 'asks',
    'youth:who.together': ['target-youth-close-cooperation'],
    'youth:who.through': ['youth-cooperation-continues'],
  }),
  block('written-down', 'youth:written.heading', {
    'youth:written.what': ['contact-torvehuset-registers'],
    'youth:written.staff': ['data-only-relevant-staff'],
    'youth:written.centre': ['children-centre-contacted'],
    'youth:written.duty': ['children-duty-to-notify'],
    'youth:written.kept': ['data-retention', 'data-see-own-case'],
  }),
  block('treatment', 'youth:treatment.heading', {
    'youth:treatment.situation': ['intake-whole-social-situation', 'intake-coordination'],
    'youth:treatment.enrol': ['youth-service-assessment-enrolment'],
    'youth:treatment.course': [
      'youth-service-treatment-length',
      'youth-talks-frequency',
      'youth-service-lectures-groups',
    ],
    'youth:treatment.after': [
      'youth-aftercare-frequency',
      'youth-aftercare-length-alcohol',
      'youth-aftercare-length-drugs',
    ],
    'youth:treatment.afterBoth': 'asks',
    'youth:parts.methods': [
      'youth-rests-on-move-u18',
      'youth-service-carrying-method',
      'method-move',
      'method-u18',
    ],
    'youth:parts.training': ['youth-service-training-limone'],
    'youth:parts.gift': ['youth-service-gift-card'],
    'youth:parts.ask': 'asks',
    'youth:parts.also': ['service-group-treatment', 'service-psychiatric-assessment', 'service-urine-tests'],
  }),
  block('meeting', 'youth:meeting.heading', {
    'youth:meeting.weekly': ['youth-visitation-meeting'],
    'youth:meeting.decides': ['decision-next-visitation-meeting'],
    'youth:meeting.invited': ['youth-visitation-who-is-invited'],
    'youth:meeting.you': 'asks',
    'youth:meeting.partners': ['youth-partners-alcohol', 'youth-partners-drugs'],
  }),
  block('parents', 'youth:parents.heading', {
    'youth:parents.part': ['youth-parent-cooperation'],
    'youth:parents.told': ['youth-then-parents-and-adviser'],
    'youth:parents.support': ['youth-parents-support'],
  }),
  block('health', 'youth:health.heading', {
    'youth:health.doctor': ['doctor-talk-offered'],
    'youth:health.doctorDrugs': ['other-free-doctor-talk-before-start'],
    'youth:health.substitution': ['other-substitution-medicine'],
    'youth:health.substitutionAge': 'asks',
    'youth:health.mind': ['dual-treat-and-screen'],
    'youth:health.psychiatrist': ['dual-doctor-psychiatrist-attached'],
    'youth:health.onwards': ['dual-refer-onwards'],
    'youth:health.clinic': ['dual-apu'],
    'youth:health.pregnant': ['pregnant-cooperation', 'pregnancy-always-cooperation'],
    'youth:health.pregnantAsk': 'asks',
  }),
  block('your-say', 'youth:say.heading', {
    'youth:say.goal': ['goal-stop-or-reduce'],
    'youth:say.own': ['goal-personal-goals'],
    'youth:say.together': ['involvement-together'],
    'youth:say.plan': ['plan-starts-at-intake'],
    'youth:say.update': ['plan-updated'],
  }),
  block('afterwards', 'youth:after.heading', {
    'youth:after.intro': ['follow-up-responsibility'],
    'youth:after.first': ['follow-up-first'],
    'youth:after.second': ['follow-up-second'],
    'youth:after.back': ['follow-up-return'],
  }),
  block('disagree', 'youth:disagree.heading', {
    'youth:disagree.alcohol': ['complaint-alcohol-management'],
    'youth:disagree.alcoholNone': ['complaint-alcohol-no-external'],
    'youth:disagree.drugs': ['complaint-drugs-about-refusal', 'complaint-drugs-about-late-start'],
    'youth:disagree.drugsHow': [
      'complaint-drugs-deadline',
      'complaint-drugs-sent-to-municipality',
      'complaint-drugs-ankestyrelsen',
    ],
    'youth:disagree.young': 'asks',
  }),
  block('how-new', 'youth:newness.heading', {
    'youth:newness.what': 'ours',
    'youth:newness.alcohol': ['alcohol-standard-identity', 'legal-basis-alcohol', 'valid-alcohol'],
    'youth:newness.drugs': ['drugs-standard-identity', 'legal-basis-drugs', 'valid-drugs'],
  }),
  block('younger', 'youth:younger.heading', {
    'youth:younger.text': ['target-age'],
    'youth:younger.adult': 'ours',
    'youth:younger.call': 'ours',
    'youth:younger.municipality': 'asks',
  }),
] as const
