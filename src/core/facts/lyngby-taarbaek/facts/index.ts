import type { Fact } from '../../types.ts'
import { afterwards } from './afterwards.ts'
import { choiceAndComplaint } from './choice-and-complaint.ts'
import { content } from './content.ts'
import { identity } from './identity.ts'
import { intensiveAndAnonymous } from './intensive-and-anonymous.ts'
import { outpatient } from './outpatient.ts'
import { procedure } from './procedure.ts'
import { situations } from './situations.ts'
import { targetAndGoals } from './target-and-goals.ts'
import { youth } from './youth.ts'

/** What the two standards say to citizens, in the order they say it. */
export const facts: readonly Fact[] = [
  ...identity,
  ...targetAndGoals,
  ...content,
  ...outpatient,
  ...youth,
  ...intensiveAndAnonymous,
  ...situations,
  ...procedure,
  ...choiceAndComplaint,
  ...afterwards,
]
