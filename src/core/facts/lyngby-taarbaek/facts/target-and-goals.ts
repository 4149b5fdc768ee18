import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const target = under({ alcohol: 'Målgruppe', drugs: 'Målgruppe' })
const goals = under({ alcohol: 'Mål med indsats', drugs: 'Mål med indsats' })

/** Whom the help is for, and what it is to lead to. */
export const targetAndGoals: readonly Fact[] = [
  target.both('target-age', 'target-group', ['adult', 'youth'], figure(15, null, 'years of age')),
  target.alcohol('target-problem-use-alcohol', 'criterion', ['adult', 'youth']),
  target.drugs('target-problem-use-rusmidler', 'criterion', ['adult', 'youth']),
  target.both('target-resident', 'criterion', ['adult', 'youth']),
  target.both('target-youth-close-cooperation', 'duty', ['youth', 'relative']),
  target.both('relatives-important-part', 'goal', ['relative', 'adult']),
  goals.both('goal-stop-or-reduce', 'goal', ['adult', 'youth']),
  goals.both('goal-personal-goals', 'goal', ['adult', 'youth']),
  goals.both('goal-insight-life-without', 'goal', ['adult', 'youth']),
  goals.both('goal-knowledge', 'goal', ['adult', 'youth']),
  goals.both('goal-tools', 'goal', ['adult', 'youth']),
  goals.both('goal-prevent-harm', 'goal', ['adult', 'youth']),
  goals.both('goal-cooperation-support', 'goal', ['adult', 'youth']),
  goals.both('goal-network-meetings', 'goal', ['adult', 'youth', 'relative']),
  goals.both('goal-network-without-misuse', 'goal', ['adult', 'youth']),
  goals.both('goal-maintain', 'goal', ['adult', 'youth']),
  goals.both('goal-help-whole-family', 'goal', ['adult', 'youth', 'relative']),
]
