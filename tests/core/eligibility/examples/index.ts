import { anonymityAndKnown } from './anonymity-and-known.ts'
import { everyoneAndGate } from './everyone-and-gate.ts'
import { ownOffers } from './own-offers.ts'
import { places, relatives, returnsAndComplaints } from './places-relatives-complaints.ts'
import type { Example } from './example.ts'

export { factsThatDiffer, idsThatDiffer, ruleTable } from './rule-table.ts'
export { faultsOf, TODAY } from './example.ts'

export const examples: readonly Example[] = [
  ...everyoneAndGate,
  ...ownOffers,
  ...anonymityAndKnown,
  ...places,
  ...relatives,
  ...returnsAndComplaints,
]
