import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const allocation = under({ alcohol: 'Visitationsprocedure', drugs: 'Visitationsprocedure' })
const guarantee = under({ alcohol: 'Behandlingsgaranti', drugs: 'Behandlingsgaranti' })
const plan = under({ alcohol: 'Behandlingsplan', drugs: 'Behandlingsplan' })
const involvement = under({ alcohol: 'Brugerinddragelse', drugs: 'Brugerinddragelse' })

/** From the first contact to the start: steps, deadlines, what is written down, the plan. */
export const procedure: readonly Fact[] = [
  allocation.both('visitation-from-torvehuset', 'duty', ['adult', 'youth']),
  allocation.both('visitation-what-happens', 'process', ['adult', 'youth']),
  allocation.both('contact-torvehuset-registers', 'data', ['adult', 'youth']),
  allocation.alcohol('data-system-sensum-alcohol', 'data', ['adult', 'youth']),
  allocation.drugs('data-system-cura-drugs', 'data', ['adult', 'youth']),
  allocation.both('data-only-relevant-staff', 'data', ['adult', 'youth']),
  allocation.both('data-retention', 'data', ['adult', 'youth'], figure(null, 5, 'years')),
  allocation.both('data-see-own-case', 'right', ['adult', 'youth']),
  allocation.both('intake-if-in-target-group', 'process', ['adult', 'youth']),
  allocation.both('intake-first-talk', 'deadline', ['adult', 'youth'], figure(null, 1, 'weeks')),
  allocation.both('guarantee-in-procedure', 'deadline', ['adult', 'youth'], figure(null, 14, 'days')),
  allocation.both('intake-whole-social-situation', 'process', ['adult', 'youth']),
  allocation.both('intake-coordination', 'process', ['adult', 'youth']),
  allocation.both('social-action-plan-offered', 'right', ['adult', 'youth']),
  allocation.both('social-action-plan-contents', 'process', ['adult']),
  allocation.both('treatment-plan-started', 'process', ['adult', 'youth']),
  allocation.both('treatment-plan-part-of-action-plan', 'process', ['adult', 'youth']),
  allocation.both('doctor-talk-offered', 'right', ['adult', 'youth']),
  allocation.both('decision-next-visitation-meeting', 'deadline', ['adult', 'youth']),
  allocation.both('other-provider-informed', 'right', ['adult', 'youth']),
  allocation.both('other-provider-consent', 'right', ['adult', 'youth']),
  allocation.both('other-provider-follow-up', 'duty', ['adult']),
  allocation.both('intensive-decided-by-committee', 'process', ['adult']),
  guarantee.both('guarantee-start', 'deadline', ['adult', 'youth'], figure(null, 14, 'days')),
  plan.both('plan-starts-at-intake', 'process', ['adult', 'youth']),
  plan.both('plan-is-pivot', 'process', ['adult', 'youth']),
  plan.both('plan-updated', 'deadline', ['adult', 'youth'], figure(null, 3, 'months between updates')),
  plan.both('plan-integrated-in-action-plan', 'process', ['adult', 'youth']),
  involvement.both('involvement-together', 'right', ['adult', 'youth']),
]
