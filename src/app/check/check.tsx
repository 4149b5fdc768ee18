import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { bandOfAge, type Field, type Situation } from '../../core/eligibility/index.ts'
import { Actions, BackLink, Button, Form, Page, StepText } from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { useUnsaved } from '../offline/use-unsaved.ts'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { pages } from '../routes.ts'
import { Coming } from '../coming.tsx'
import { useLater } from '../use-later.ts'
import { copyOfCheck, laterOfCheck } from './later.ts'
import { AskScreen, early, WhyWeAsk } from './screens/screens.tsx'
import { asksOf, isAnswered, MOST_SCREENS, pageOf, valueOf, type Seen, type Step } from './steps.ts'
import { useCheckStep } from './use-check-step.ts'

/** What can I get, why, and what now: on the phone, without network, with nothing sent and nothing stored. */
export function EligibilityCheck({ ready }: { readonly ready: boolean }): JSX.Element {
  const { t, lang } = useCopy()
  const { situation, setSituation } = useCitizen()
  const { step, seen, goOn, goTo, back } = useCheckStep(situation)
  const shows = useShown(situation, step, seen)
  const later = useLater(laterOfCheck, ready, copyOfCheck)
  const comes = later.here === null && !early.has(step)
  useShownFromTop(comes ? null : step)
  // An update must not reload the page away from answers that are nowhere else.
  useUnsaved(Object.keys(situation).length > 0)

  return (
    <Page>
      <BackLink
        href={pages[pageBefore(situation)][lang]}
        onClick={event => {
          if (back()) event.preventDefault()
        }}
      >
        {t('common:back')}
      </BackLink>
      {comes ? (
        <Coming failed={later.failed} />
      ) : step === 'result' ? (
        later.here && <later.here.CheckResult situation={situation} goTo={goTo} />
      ) : (
        <>
          <StepText>{t('check:page', { n: pageOf(step, situation, seen), most: MOST_SCREENS })}</StepText>
          <Form
            key={step}
            disabled={!ready}
            coming={ready ? undefined : t('common:coming')}
            onSubmit={() => {
              goOn(step, situation)
            }}
          >
            <AskScreen
              step={step}
              later={later.here}
              situation={situation}
              update={change => {
                setSituation({ ...situation, ...change })
              }}
              shows={shows}
            />
            <Actions>
              <Button type="submit">{t('common:next')}</Button>
              {/* Beside an answer it would throw that away, and "Continue" keeps it. */}
              {!isAnswered(asksOf(step, situation).filter(shows), situation) && (
                <button
                  class="link"
                  type="button"
                  onClick={() => {
                    goOn(step, situation)
                  }}
                >
                  {t('check:skip')}
                </button>
              )}
            </Actions>
            <WhyWeAsk step={step} situation={situation} />
          </Form>
        </>
      )}
    </Page>
  )
}

/** Where Back leads from the first screen: the page whose door was taken. */
function pageBefore({ subject, age }: Situation): 'home' | 'adults' | 'youth' | 'relatives' {
  if (subject === 'relative') return 'relatives'
  if (subject !== 'self' || typeof age !== 'number') return 'home'
  return bandOfAge(age) === 'adult' ? 'adults' : 'youth'
}

/** A question is shown when it is asked, unless the door taken has answered it and it has not been before the person. */
function useShown(situation: Situation, step: Step, seen: Seen): (field: Field) => boolean {
  const atDoor = useRef(situation)
  return field =>
    step !== 'result' &&
    asksOf(step, situation).includes(field) &&
    (seen.has(field) || valueOf(atDoor.current, field) === undefined)
}
