import type { JSX } from 'preact'
import { Actions, Button, Form } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { QuestionScreen } from './question-screen.tsx'
import type { FlowProps, RequestFlow } from './use-flow.ts'

/** The screen that is shown, as a form; what is sent once at a time is `useDelivery`'s to say. */
export function StepForm(
  props: FlowProps & { readonly flow: RequestFlow; readonly isHeldUp: boolean },
): JSX.Element {
  const { t } = useCopy()
  const { ready, sending, later, flow } = props
  const { step, screen, goOn } = flow
  const { answers, update } = screen
  return (
    <Form
      disabled={!ready || sending.busy}
      coming={ready ? undefined : t('common:coming')}
      onSubmit={() => {
        // Going on without a tick would leave without a time and without a word; "none fits" has a button of its own.
        if (step === 'times' && !answers.slotIds?.length)
          flow.tell([{ field: 'slotIds', why: 'slots-missing' }])
        else goOn(answers)
      }}
    >
      {step === 'review' && later.here ? (
        <later.here.ReviewScreen
          {...screen}
          goTo={flow.toStep}
          newAlias={() => {
            update({ alias: later.here?.newAlias(t) })
          }}
          sending={sending.busy}
          wrong={flow.errors.length > 0}
          answeredAbove={props.isHeldUp ? flow.tried : null}
          tooOld={sending.problem === 'keys-changed'}
        />
      ) : (
        <>
          <QuestionScreen step={step} later={later.here} {...screen} />
          {step !== 'times' && (
            <Actions>
              <Button type="submit">{t('common:next')}</Button>
            </Actions>
          )}
        </>
      )}
    </Form>
  )
}
