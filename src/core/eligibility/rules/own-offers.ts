import { isAdult, isUnder18, notEnrolled, usesAlcohol, usesBoth, usesDrugs, wants } from '../certain.ts'
import { always, type Rule } from './rule.ts'

const adultOutpatient: Rule = {
  id: 'R11',
  facts: ['provider-torvehuset', 'course-typical-length', 'aftercare-length'],
  holds: s => isAdult(s) && notEnrolled(s),
  gives: ['offer-outpatient-adult'],
}

const youthOffers: Rule = {
  id: 'R12',
  facts: [
    'youth-service-anonymous-advice',
    'youth-service-advice',
    'youth-service-extended-advice',
    'youth-service-treatment-length',
    'youth-parents-support',
  ],
  holds: s => isUnder18(s) && notEnrolled(s),
  gives: [
    'offer-youth-anonymous-talks',
    'offer-youth-advice',
    'offer-youth-extended-advice',
    'offer-youth-treatment',
    'offer-parent-support',
  ],
}

const bothTogether: Rule = {
  id: 'R13',
  facts: ['both-substances-together'],
  holds: usesBoth,
  gives: ['offer-combined-treatment'],
}

const timesBeforeStart: Rule = {
  id: 'R14',
  facts: ['intake-first-talk', 'guarantee-start', 'decision-next-visitation-meeting'],
  holds: notEnrolled,
  gives: ['deadline-first-talk', 'deadline-start', 'deadline-decision-next-meeting'],
}

const youthMeeting: Rule = {
  id: 'R15',
  facts: ['youth-visitation-meeting'],
  holds: s => isUnder18(s) && notEnrolled(s),
  gives: ['deadline-youth-meeting'],
}

const youthWhoIsTold: Rule = {
  id: 'R16',
  facts: ['youth-then-parents-and-adviser', 'youth-visitation-who-is-invited'],
  holds: isUnder18,
  gives: ['caution-youth-anonymity-limit', 'caution-youth-authority-involved'],
}

const threshold: Rule = {
  id: 'R17',
  facts: ['target-problem-use-alcohol', 'youth-treatment-drugs-who'],
  holds: s => s.use === 'some',
  gives: [],
  adds: [
    { when: s => isUnder18(s) && usesDrugs(s), gives: ['caution-threshold-youth-drugs-open'] },
    { when: s => isAdult(s) || !usesDrugs(s), gives: ['caution-threshold-who'] },
  ],
}

const rightsOfAll: Rule = {
  id: 'R18',
  facts: [
    'cost-alcohol-free',
    'cost-drugs-free',
    'data-see-own-case',
    'involvement-together',
    'plan-starts-at-intake',
    'doctor-talk-offered',
    'plan-updated',
    'follow-up-first',
    'follow-up-second',
    'data-retention',
  ],
  holds: always,
  gives: [
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
}

const socialActionPlan: Rule = {
  id: 'R19',
  facts: ['social-action-plan-offered'],
  holds: isAdult,
  gives: ['right-social-action-plan'],
}

const doctorBeforeDrugTreatment: Rule = {
  id: 'R20',
  facts: ['other-free-doctor-talk-before-start'],
  holds: usesDrugs,
  gives: ['right-free-doctor-talk-before-start'],
}

const mentalDisorder: Rule = {
  id: 'R21',
  facts: ['dual-doctor-psychiatrist-attached', 'dual-treat-and-screen', 'dual-refer-onwards'],
  holds: s => s.mental_disorder === true,
  gives: ['offer-dual-diagnosis'],
}

const medicine: Rule = {
  id: 'R22',
  facts: ['doctor-talk-offered', 'other-substitution-medicine'],
  holds: s => wants(s, 'medicine'),
  gives: ['offer-doctor-and-medicine', 'caution-medicine-after-doctor'],
  adds: [
    { when: usesDrugs, gives: ['offer-substitution-medicine'] },
    { when: s => usesDrugs(s) && isUnder18(s), gives: ['caution-youth-substitution-open'] },
  ],
}

const alcoholChoice: Rule = {
  id: 'R23',
  facts: ['choice-alcohol-outpatient', 'choice-alcohol-approved'],
  holds: s => isAdult(s) && usesAlcohol(s),
  gives: ['right-alcohol-own-choice-outpatient'],
}

/** The right and the sentence that contradicts it are one thing: neither may be told alone. */
const drugsChoice: Rule = {
  id: 'R24',
  facts: ['choice-drugs-no-free-choice', 'choice-drugs-equivalent'],
  holds: s => isAdult(s) && usesDrugs(s),
  gives: ['right-drugs-equivalent-provider', 'caution-drugs-choice-contradiction'],
}

/** Own use, from 15, resident or not sure: offers, rights and times. */
export const ownOffers: readonly Rule[] = [
  adultOutpatient,
  youthOffers,
  bothTogether,
  timesBeforeStart,
  youthMeeting,
  youthWhoIsTold,
  threshold,
  rightsOfAll,
  socialActionPlan,
  doctorBeforeDrugTreatment,
  mentalDisorder,
  medicine,
  alcoholChoice,
  drugsChoice,
]
