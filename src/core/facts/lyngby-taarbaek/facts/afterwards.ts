import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const followUp = under({
  alcohol: 'Opfølgning på indsats og efterbehandling',
  drugs: 'Opfølgning på indsats og efterbehandling',
})
const staff = under({
  alcohol: 'Personale og kompetenceudvikling',
  drugs: 'Personale og kompetenceudvikling',
})
const payment = under({
  alcohol: 'Betaling for kost og logi under døgnophold',
  drugs: 'Betaling for kost og logi under døgnophold',
})
const suppliers = under({ alcohol: 'Krav til leverandører', drugs: 'Krav til leverandører' })
const other = under({ drugs: 'Andre bestemmelser' })

/** Follow-up, staff, payment, other providers, and what else the drug standard lays down. */
export const afterwards: readonly Fact[] = [
  followUp.both('follow-up-first', 'deadline', ['adult', 'youth'], figure(null, 1, 'months')),
  followUp.both('follow-up-second', 'deadline', ['adult', 'youth'], figure(null, 6, 'months')),
  followUp.drugs('follow-up-goals-held-drugs', 'process', ['adult', 'youth']),
  followUp.both('follow-up-responsibility', 'duty', ['adult', 'youth']),
  followUp.both('follow-up-return', 'duty', ['adult', 'youth'], figure(null, 12, 'months')),
  followUp.both('follow-up-external', 'duty', ['adult']),
  followUp.both('aftercare-after-external', 'service', ['adult']),
  staff.both('staff-background', 'staff', ['all']),
  staff.both('staff-doctor-psychiatrist-employed', 'staff', ['all']),
  staff.both('staff-evidence-based', 'method', ['all']),
  staff.both('staff-continuing-education', 'staff', ['all']),
  staff.both('staff-training-mi', 'staff', ['all']),
  staff.both('staff-training-cbt', 'staff', ['all']),
  staff.both('staff-training-family', 'staff', ['all']),
  staff.both('staff-training-dual', 'staff', ['all']),
  staff.both('staff-supervision', 'staff', ['all']),
  payment.both('payment-residential-assessed', 'cost', ['adult']),
  payment.both('payment-own-home-counts', 'cost', ['adult']),
  suppliers.both('supplier-on-tilbudsportalen', 'duty', ['adult']),
  suppliers.alcohol('supplier-reports-nab-alcohol', 'data', ['adult']),
  suppliers.drugs('supplier-reports-stofmisbrugsdatabasen-drugs', 'data', ['adult']),
  suppliers.both('supplier-practical-support', 'duty', ['adult']),
  suppliers.both('supplier-status-reports', 'data', ['adult']),
  suppliers.both('supplier-tell-at-once-if-broken-off', 'duty', ['adult']),
  suppliers.both('supplier-individual-oversight', 'duty', ['adult']),
  other.drugs('other-free-doctor-talk-before-start', 'right', ['adult', 'youth'], figure(0, 0, 'DKK')),
  other.drugs('other-substitution-medicine', 'service', ['adult']),
]
