import { block } from '../shared/block.ts'

/** The parts of `before.tsx`, in the order of reading. */
export const before = [
  block('for-me', 'adults:me.heading', {
    'adults:me.intro': 'ours',
    'adults:me.age': ['target-age'],
    'adults:me.place': ['target-resident'],
    'adults:me.use': ['target-problem-use-alcohol', 'target-problem-use-rusmidler'],
    'adults:me.unsure': ['target-problem-use-alcohol', 'target-problem-use-rusmidler'],
    'adults:me.other': 'asks',
    'adults:me.reach': 'asks',
    'adults:me.language': 'asks',
    'adults:me.elsewhere': 'asks',
    'adults:me.moving': 'asks',
  }),
  block('both', 'adults:both.heading', {
    'adults:both.text': ['both-substances-together'],
  }),
  block('without-a-name', 'adults:nameless.heading', {
    'adults:nameless.alcohol': ['alcohol-anonymous-possible'],
    'adults:nameless.alcoholHow': 'asks',
    'adults:nameless.alcoholName': ['contact-torvehuset-registers'],
    'adults:nameless.drugs': ['s101a-right'],
    'adults:nameless.criteria': ['s101a-torvehuset-clarifies'],
    'adults:nameless.attachment': ['s101a-criterion-attachment'],
    'adults:nameless.support': ['s101a-criterion-no-social-support'],
    'adults:nameless.little': ['s101a-criterion-seen-little'],
    'adults:nameless.open': 'asks',
    'adults:nameless.choose': [
      's101a-choose-between-providers',
      'choice-101a-providers',
      's101a-provider-gladsaxe',
      's101a-provider-brydehuset',
      's101a-provider-kabs',
      's101a-provider-addiktiv',
    ],
    'adults:nameless.both': 'asks',
  }),
  block('step-by-step', 'adults:steps.heading', {
    'adults:steps.contact': ['visitation-what-happens', 'contact-torvehuset-registers'],
    'adults:steps.talk': [
      'intake-if-in-target-group',
      'intake-first-talk',
      'intake-whole-social-situation',
      'intake-coordination',
    ],
    'adults:steps.plans': ['treatment-plan-started', 'social-action-plan-offered'],
    'adults:steps.doctor': ['doctor-talk-offered'],
    'adults:steps.meeting': ['decision-next-visitation-meeting', 'visitation-from-torvehuset'],
    'adults:steps.guarantee': ['guarantee-start', 'guarantee-in-procedure'],
  }),
] as const
