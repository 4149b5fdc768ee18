import { anonymity } from './anonymity.ts'
import { everyone } from './everyone.ts'
import { gate } from './gate.ts'
import { mustBeKnown } from './must-be-known.ts'
import { otherPlace } from './other-place.ts'
import { ownOffers } from './own-offers.ts'
import { relatives } from './relatives.ts'
import { returnAndComplain } from './return-and-complain.ts'
import type { Rule } from './rule.ts'

export type { Rule } from './rule.ts'
export { everyone }

/** In the order they are asked of somebody who asks about their own use. */
export const ownUse: readonly Rule[] = [
  ...gate,
  ...ownOffers,
  ...anonymity,
  ...mustBeKnown,
  ...otherPlace,
  ...returnAndComplain,
]

/** Of somebody who is close to another. */
export const closeToAnother: readonly Rule[] = relatives
