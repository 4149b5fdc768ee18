import { adult, onBoth, onDrugs, unsure, youth, youthOnBoth, youthOnDrugs, type Example } from './example.ts'

const enrolled = { ...adult, stage: 'enrolled' } as const
const some = { use: 'some' } as const
const medicine = { wishes: ['medicine'] } as const

export const ownOffers: readonly Example[] = [
  {
    rule: 'R11',
    says: 'An adult not in treatment is offered outpatient treatment',
    ids: ['offer-outpatient-adult'],
    told: [adult, { ...adult, age: 18 }, { ...adult, stage: 'ended' }, { ...adult, stage: null }, unsure],
    notTold: [enrolled, youth, { ...adult, age: 17 }],
  },
  {
    rule: 'R12',
    says: 'A young person not in treatment is offered talks, advice and treatment',
    ids: [
      'offer-youth-anonymous-talks',
      'offer-youth-advice',
      'offer-youth-extended-advice',
      'offer-youth-treatment',
      'offer-parent-support',
    ],
    told: [youth, { ...adult, age: 15 }, { ...adult, age: 17 }, { ...youth, stage: 'ended' }, youthOnDrugs],
    notTold: [adult, { ...adult, age: 18 }, { ...youth, stage: 'enrolled' }, { ...adult, age: 14 }],
  },
  {
    rule: 'R13',
    says: 'Both substances are treated at the same time',
    ids: ['offer-combined-treatment'],
    told: [onBoth, youthOnBoth, { ...onBoth, stage: 'enrolled' }],
    notTold: [adult, onDrugs, unsure],
  },
  {
    rule: 'R14',
    says: 'Somebody not in treatment hears how soon it starts',
    ids: ['deadline-first-talk', 'deadline-start', 'deadline-decision-next-meeting'],
    told: [adult, youth, onDrugs, { ...adult, stage: 'ended' }, { ...adult, stage: null }],
    notTold: [enrolled, { ...youth, stage: 'enrolled' }],
  },
  {
    rule: 'R15',
    says: 'Before 18 the meeting is held every week, before treatment starts',
    ids: ['deadline-youth-meeting'],
    told: [youth, { ...adult, age: 17 }, { ...youth, stage: 'ended' }],
    notTold: [adult, { ...adult, age: 18 }, { ...youth, stage: 'enrolled' }],
  },
  {
    rule: 'R16',
    says: 'Before 18 one hears when parents and adviser are told',
    ids: ['caution-youth-anonymity-limit', 'caution-youth-authority-involved'],
    told: [youth, { ...adult, age: 17 }, { ...youth, stage: 'enrolled' }],
    notTold: [adult, { ...adult, age: 18 }],
  },
  {
    rule: 'R17',
    says: 'Somebody with some use hears for whom the offer is',
    ids: ['caution-threshold-who'],
    told: [
      { ...adult, ...some },
      { ...onDrugs, ...some },
      { ...onBoth, ...some },
      { ...youth, ...some },
      { ...youth, substance: 'unsure', ...some },
    ],
    notTold: [adult, { ...adult, use: 'unsure' }, { ...adult, use: null }, { ...youthOnDrugs, ...some }],
  },
  {
    rule: 'R17',
    says: 'A young person with some use of drugs hears that the text has two limits',
    ids: ['caution-threshold-youth-drugs-open'],
    told: [
      { ...youthOnDrugs, ...some },
      { ...youthOnBoth, ...some },
    ],
    notTold: [youthOnDrugs, { ...youth, ...some }, { ...onDrugs, ...some }],
  },
  {
    rule: 'R18',
    says: 'Rights and times that all in treatment share',
    ids: [
      'right-free-treatment',
      'right-see-own-case',
      'right-involvement',
      'right-treatment-plan',
      'right-doctor-talk',
      'right-follow-up',
      'deadline-plan-update',
      'deadline-follow-up-first',
      'deadline-follow-up-second',
      'deadline-retention',
    ],
    told: [adult, youth, onDrugs, unsure, enrolled],
  },
  {
    rule: 'R18',
    says: 'Each word of a rule stands on its own facts, not on those of its neighbours',
    ids: ['right-see-own-case'],
    facts: ['data-see-own-case'],
    told: [adult],
  },
  {
    rule: 'R22',
    says: 'That medicine comes after the doctor does not stand where substitution medicine does',
    ids: ['caution-medicine-after-doctor'],
    facts: ['doctor-talk-offered'],
    told: [{ ...adult, ...medicine }],
  },
  {
    rule: 'R19',
    says: 'The social action plan is for adults',
    ids: ['right-social-action-plan'],
    told: [adult, onDrugs, unsure, { ...adult, age: 18 }],
    notTold: [youth, { ...adult, age: 17 }],
  },
  {
    rule: 'R20',
    says: 'Before drug treatment there is a free talk with a doctor',
    ids: ['right-free-doctor-talk-before-start'],
    told: [onDrugs, onBoth, youthOnDrugs],
    notTold: [adult, unsure],
  },
  {
    rule: 'R21',
    says: 'Somebody with a mental disorder hears of doctor and psychiatrist',
    ids: ['offer-dual-diagnosis'],
    told: [
      { ...adult, mental_disorder: true },
      { ...youth, mental_disorder: true },
    ],
    notTold: [adult, { ...adult, mental_disorder: false }, { ...adult, mental_disorder: null }],
  },
  {
    rule: 'R22',
    says: 'A wish for medicine leads to a talk with the doctor',
    ids: ['offer-doctor-and-medicine', 'caution-medicine-after-doctor'],
    told: [
      { ...adult, ...medicine },
      { ...youth, ...medicine },
      { ...onDrugs, ...medicine },
    ],
    notTold: [adult, { ...adult, wishes: ['treatment'] }, { ...adult, wishes: null }],
  },
  {
    rule: 'R22',
    says: 'Substitution medicine is for drugs',
    ids: ['offer-substitution-medicine'],
    told: [
      { ...onDrugs, ...medicine },
      { ...onBoth, ...medicine },
      { ...youthOnDrugs, ...medicine },
    ],
    notTold: [onDrugs, { ...adult, ...medicine }, { ...unsure, ...medicine }],
  },
  {
    rule: 'R22',
    says: 'Before 18 it is open whether substitution medicine is given',
    ids: ['caution-youth-substitution-open'],
    told: [
      { ...youthOnDrugs, ...medicine },
      { ...youthOnBoth, ...medicine },
    ],
    notTold: [
      { ...onDrugs, ...medicine },
      { ...youth, ...medicine },
    ],
  },
  {
    rule: 'R23',
    says: 'An adult who drinks may choose an approved outpatient clinic',
    ids: ['right-alcohol-own-choice-outpatient'],
    told: [adult, onBoth, { ...adult, age: 18 }],
    notTold: [onDrugs, unsure, youth, { ...adult, age: 17 }],
  },
  {
    rule: 'R24',
    says: 'The choice with drugs is never told without what contradicts it',
    ids: ['right-drugs-equivalent-provider', 'caution-drugs-choice-contradiction'],
    told: [onDrugs, onBoth, { ...onDrugs, age: 18 }],
    notTold: [adult, unsure, youthOnDrugs, { ...onDrugs, age: 17 }],
  },
]
