import type { JSX } from 'preact'
import type { Situation } from '../../../core/eligibility/index.ts'
import { Fold, SummaryList } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { rowsOf } from '../rows.ts'
import type { Step } from '../steps.ts'

/** What was answered, each to be changed; open where an answer that is missing would tell more. */
export function YourAnswers(props: {
  readonly situation: Situation
  readonly goTo: (step: Step) => void
  readonly open: boolean
}): JSX.Element {
  const { t, lang } = useCopy()
  const { situation, goTo, open } = props
  return (
    <Fold summary={t('check:answers.title')} open={open}>
      <SummaryList
        rows={rowsOf(situation, t, lang).map(({ key, label, value, change, step }) => ({
          key,
          label,
          value,
          change: {
            label: change,
            onClick: () => {
              goTo(step)
            },
          },
        }))}
      />
    </Fold>
  )
}
