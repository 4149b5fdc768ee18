import { childrenAtHome, isPregnant, notEnrolled } from '../certain.ts'
import { always, type Rule } from './rule.ts'

const nameAndNumber: Rule = {
  id: 'R30',
  facts: ['contact-torvehuset-registers'],
  holds: notEnrolled,
  gives: ['caution-registration-name-cpr'],
}

const centreContacted: Rule = {
  id: 'R31',
  facts: ['children-centre-contacted'],
  holds: notEnrolled,
  gives: ['caution-centre-social-contacted'],
}

const whenTheClockStarts: Rule = {
  id: 'R32',
  facts: ['guarantee-start'],
  holds: notEnrolled,
  gives: ['caution-request-clock-open'],
}

const whoCanSee: Rule = {
  id: 'R33',
  facts: ['data-only-relevant-staff'],
  holds: always,
  gives: ['caution-who-can-see'],
}

/** Told to relatives too. */
export const dutyToNotify: Rule = {
  id: 'R34',
  facts: ['children-duty-to-notify'],
  holds: childrenAtHome,
  gives: ['caution-notification-duty'],
}

const pregnancy: Rule = {
  id: 'R35',
  facts: ['pregnant-cooperation', 'pregnancy-always-cooperation'],
  holds: isPregnant,
  gives: ['offer-pregnancy-cooperation', 'caution-pregnancy-always-cooperation'],
}

/** Own use, from 15, resident or not sure: what somebody should know before they ask. */
export const mustBeKnown: readonly Rule[] = [
  nameAndNumber,
  centreContacted,
  whenTheClockStarts,
  whoCanSee,
  dutyToNotify,
  pregnancy,
]
