import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { carry, type Assessment, type Situation } from '../../../core/eligibility/index.ts'
import { Box, Button } from '../../../ui/index.ts'
import { useCitizen } from '../../citizen.ts'
import { useCopy } from '../../copy/copy.ts'
import { goTo } from '../../router.ts'
import { answersWith } from '../door.ts'
import { messageWith, questionsOf } from './questions.ts'

/** What the rules leave open of this result, in one place: up to three questions, and a way to take them along. */
export function AskThis(props: {
  readonly situation: Situation
  readonly result: Assessment
}): JSX.Element | null {
  const { t, href } = useCopy()
  const { answers, update } = useCitizen()
  const asked = questionsOf(props.result, municipality.openMatters).map(key => t(`check:question.${key}`))
  if (asked.length === 0) return null
  return (
    <Box title={t('common:ask.title')}>
      <ul>
        {asked.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            const carried = answersWith(carry(props.situation), answers)
            update({ ...carried, message: messageWith(answers.message, asked) })
            goTo(href('contact'))
          }}
        >
          {t('common:ask.write')}
        </Button>
      </p>
    </Box>
  )
}
