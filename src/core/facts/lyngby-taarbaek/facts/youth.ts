import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const under18 = under({
  alcohol: 'Ambulant behandling for unge under 18 år og deres forældre',
  drugs: 'Ambulant behandling for unge under 18 år og deres forældre',
})

/** Help for those under 18 and their parents. */
export const youth: readonly Fact[] = [
  under18.alcohol('youth-treatment-alcohol-who', 'target-group', ['youth']),
  under18.drugs('youth-treatment-drugs-who', 'target-group', ['youth']),
  under18.both('youth-rests-on-move-u18', 'method', ['youth']),
  under18.alcohol('youth-partners-alcohol', 'provider', ['youth', 'relative']),
  under18.drugs('youth-partners-drugs', 'provider', ['youth', 'relative']),
  under18.both('youth-anonymous-talks', 'right', ['youth', 'relative'], figure(1, 2, 'talks')),
  under18.both('youth-then-parents-and-adviser', 'duty', ['youth', 'relative']),
  under18.both('youth-parent-cooperation', 'duty', ['youth', 'relative']),
  under18.both('youth-parents-support', 'service', ['relative', 'youth']),
  under18.both('youth-visitation-meeting', 'deadline', ['youth', 'relative'], figure(1, 1, 'times per week')),
  under18.both('youth-visitation-who-is-invited', 'data', ['youth', 'relative']),
  under18.both('youth-cooperation-continues', 'data', ['youth', 'relative']),
  under18.both('youth-service-carrying-method', 'method', ['youth']),
  under18.both('youth-service-advice', 'service', ['youth'], figure(1, 3, 'talks')),
  under18.both('youth-service-assessment-enrolment', 'service', ['youth'], figure(1, 8, 'talks')),
  under18.both('youth-service-treatment-length', 'duration', ['youth'], figure(6, 9, 'months')),
  under18.alcohol('youth-aftercare-length-alcohol', 'duration', ['youth'], figure(3, 6, 'months')),
  under18.drugs('youth-aftercare-length-drugs', 'duration', ['youth'], figure(3, 12, 'months')),
  under18.both('youth-service-anonymous-advice', 'service', ['youth'], figure(1, 2, 'talks')),
  under18.both('youth-service-extended-advice', 'service', ['youth'], figure(5, 8, 'talks')),
  under18.both('youth-service-training-limone', 'service', ['youth']),
  under18.both('youth-service-lectures-groups', 'service', ['youth']),
  under18.both('youth-service-gift-card', 'service', ['youth']),
  under18.both('youth-talks-frequency', 'duration', ['youth'], figure(1, 2, 'times per week')),
  under18.both('youth-aftercare-frequency', 'duration', ['youth'], figure(1, 1, 'times per month')),
]
