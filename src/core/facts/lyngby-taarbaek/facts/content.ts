import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const inside = under({ alcohol: 'Ydelsens indhold', drugs: 'Ydelsens indhold' })

/** What treatment can contain, and what it costs. */
export const content: readonly Fact[] = [
  inside.alcohol('cost-alcohol-free', 'cost', ['adult', 'youth'], figure(0, 0, 'DKK')),
  inside.drugs('cost-drugs-free', 'cost', ['adult', 'youth'], figure(0, 0, 'DKK')),
  inside.alcohol('alcohol-anonymous-possible', 'right', ['adult', 'youth']),
  inside.both('service-individual-talks', 'service', ['adult', 'youth']),
  inside.both('service-group-treatment', 'service', ['adult', 'youth']),
  inside.both('service-relatives-course', 'service', ['adult', 'youth', 'relative']),
  inside.both('service-family-talks', 'service', ['adult', 'youth', 'relative']),
  inside.both('service-couple-talks', 'service', ['adult', 'youth', 'relative']),
  inside.both('service-cooperation', 'service', ['adult', 'youth']),
  inside.both('service-doctor-talk', 'service', ['adult', 'youth']),
  inside.both('service-antabuse', 'service', ['adult', 'youth']),
  inside.both('service-medical-support', 'service', ['adult', 'youth']),
  inside.both('service-psychiatric-assessment', 'service', ['adult', 'youth']),
  inside.both('service-urine-tests', 'service', ['adult', 'youth']),
  inside.both('service-nada', 'service', ['adult', 'youth']),
  inside.both('service-aftercare', 'service', ['adult', 'youth']),
  inside.both('service-follow-up', 'service', ['adult', 'youth']),
  inside.both('service-physical-training', 'service', ['adult', 'youth']),
  inside.drugs('service-advice-drugs', 'service', ['adult', 'youth']),
  inside.drugs('service-assessment-drugs', 'service', ['adult', 'youth']),
  inside.drugs('service-network-meetings-drugs', 'service', ['adult', 'youth', 'relative']),
]
