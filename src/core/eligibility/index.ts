export { ageBands, ageOfBand, bandOfAge, type AgeBand } from './age-band.ts'
export { assess, type Assessment, type Reason } from './assess.ts'
export { carry, type Carried } from './carry.ts'
export { isUnder18, wants } from './certain.ts'
export { fieldsToAsk, type Field } from './questions.ts'
export { situation, wish, withDefaults, type Situation, type Wish } from './situation.ts'
export {
  factsOf,
  type CautionId,
  type DeadlineId,
  type GivenId,
  type OfferId,
  type RightId,
} from './vocabulary/index.ts'
