// The screens after the first choices, and the receipt: a script of their own, fetched once the first question answers.
export { CrisisWatch } from '../crisis/crisis-card.tsx'
export { SlotPicker } from '../slots/slot-picker.tsx'
export { newAlias } from './new-alias.ts'
export { Receipt } from './receipt.tsx'
export { SendProblem } from './send-problem.tsx'
export { IdentityScreen, ReachScreen, WhoScreen } from './screens/reach.tsx'
export { ReviewScreen } from './screens/review.tsx'
export { TimesScreen } from './screens/times.tsx'
