import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const atHome = under({
  alcohol: 'Ambulant behandling i Torvehuset',
  drugs: 'Ambulant behandling i Torvehuset',
})

/** Treatment at home in one’s own life: methods, groups, length, aftercare, those close. */
export const outpatient: readonly Fact[] = [
  atHome.both('provider-torvehuset', 'provider', ['all']),
  atHome.both('place-torvehuset-address', 'place', ['all']),
  atHome.both('course-typical-length', 'duration', ['adult'], figure(3, 6, 'months')),
  atHome.both('course-talks-frequency', 'duration', ['adult'], figure(2, 4, 'times per month')),
  atHome.both('course-groups-alongside', 'service', ['adult']),
  atHome.both('aftercare-length', 'duration', ['adult'], figure(6, 12, 'months')),
  atHome.both('aftercare-talks-frequency', 'duration', ['adult'], figure(1, 2, 'times per month')),
  atHome.both('aftercare-group-possible', 'service', ['adult']),
  atHome.both('follow-up-first-months', 'service', ['adult']),
  atHome.both('approach-holistic', 'method', ['adult', 'youth']),
  atHome.both('approach-motivating-cognitive-solution', 'method', ['adult', 'youth']),
  atHome.both('method-motivational-interviewing', 'method', ['adult', 'youth']),
  atHome.alcohol('method-cbt-alcohol', 'method', ['adult', 'youth']),
  atHome.drugs('method-cognitive-therapy-drugs', 'method', ['adult', 'youth']),
  atHome.both('method-psychoeducation', 'method', ['adult', 'youth']),
  atHome.both('method-hap', 'method', ['adult', 'youth']),
  atHome.both('method-move', 'method', ['adult', 'youth']),
  atHome.both('method-u18', 'method', ['adult', 'youth']),
  atHome.both('method-systemic', 'method', ['adult', 'youth']),
  atHome.both('method-relapse-prevention', 'method', ['adult', 'youth']),
  atHome.both('method-narrative', 'method', ['adult', 'youth']),
  atHome.both('method-drug-education', 'method', ['adult', 'youth']),
  atHome.drugs('method-open-dialogue-drugs', 'method', ['adult', 'youth']),
  atHome.both('groups-part-of-treatment', 'service', ['adult', 'youth']),
  atHome.both('group-motivation', 'service', ['adult', 'youth']),
  atHome.both('group-outpatient', 'service', ['adult', 'youth']),
  atHome.both('group-supportive', 'service', ['adult', 'youth']),
  atHome.both('group-physical', 'service', ['adult', 'youth']),
  atHome.both('group-aftercare', 'service', ['adult', 'youth']),
  atHome.both('approach-family-oriented', 'method', ['adult', 'relative']),
  atHome.both('relatives-always-motivated', 'method', ['adult', 'relative']),
  atHome.alcohol('alcohol-relatives-especially-with-children', 'method', ['adult', 'relative']),
  atHome.both('relatives-treatment-alongside', 'service', ['relative', 'adult']),
  atHome.both('relatives-treatment-may-contain', 'service', ['relative', 'adult']),
]
