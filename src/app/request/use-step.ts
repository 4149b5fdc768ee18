import { firstOpenStep, stepsFor, steps, type Answers, type Step } from '../../core/request/index.ts'
import { useStepHistory } from '../step-history.ts'

/** Which screen is shown. An entry for a screen that cannot be shown yet leads to the first open one. */
export function useStep(answers: Answers): { step: Step; goTo: (step: Step) => void; back: () => boolean } {
  const { wanted, goTo, back } = useStepHistory<Step>(steps, () => firstOpenStep(answers))
  return { step: canShow(wanted, answers) ? wanted : firstOpenStep(answers), goTo, back }
}

/** A screen of this person's flow, with everything before it answered; `times` also as a side step. */
function canShow(step: Step, answers: Answers): boolean {
  const list = stepsFor(answers)
  if (step === 'times') return answers.audience !== undefined
  // Choosing must not turn the page: these two stay until "Continue", though the choice shortens the list.
  if (step === 'audience' || (step === 'wish' && answers.audience !== undefined)) return true
  const at = list.indexOf(step)
  const open = list.indexOf(firstOpenStep(answers))
  return at >= 0 && at <= open
}
