// The questions after the first, the rules and the result: a script of their own, fetched once the first question answers.
export { CheckResult } from './result/result.tsx'
export { ComplaintScreen, CriteriaScreen, IntensiveScreen, NowScreen, StageScreen } from './screens/more.tsx'
export { SubstanceScreen, WishesScreen } from './screens/what.tsx'
