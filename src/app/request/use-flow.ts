import { useCallback, useEffect, useState } from 'preact/hooks'
import {
  checkChosen,
  isMetByAlias,
  nextStep,
  slotKindNear,
  stepsFor,
  withChange,
  type Answers,
  type Step,
} from '../../core/request/index.ts'
import { prepareCallText } from '../call-text.tsx'
import { useCitizen } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { useCrisisReady } from '../crisis/use-crises.ts'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { whenIdle } from '../phone/when-idle.ts'
import { areNoneFree, useSlots, type Slots } from '../slots/use-slots.ts'
import type { useLater } from '../use-later.ts'
import type { LaterScreens } from './later.ts'
import { early } from './question-screen.tsx'
import type { ScreenProps } from './screens/screen.ts'
import type { Delivery } from './use-delivery.ts'
import { useMistakes, type Mistakes } from './use-mistakes.ts'
import { useStep } from './use-step.ts'

/** What the request goes by: whether its first question answers, what sends it, and what comes after the first screens. */
export type FlowProps = {
  readonly ready: boolean
  readonly sending: Delivery
  readonly later: ReturnType<typeof useLater<LaterScreens>>
}

export type RequestFlow = Mistakes & {
  readonly step: Step
  /** Its screen is still on its way. */
  readonly isComing: boolean
  /** The message as it was when somebody last went on. */
  readonly tried: string
  readonly screen: ScreenProps
  readonly toStep: (step: Step) => void
  /** False where there is no screen before this one. */
  readonly back: () => boolean
  /** On from this screen with these answers, when nothing of them must be mended; sends them from the last. */
  readonly goOn: (now: Answers) => void
}

/** The screens of the request in their turn: which is shown, what must be mended on it, and where it goes on to. */
export function useFlow({ ready, sending, later }: FlowProps): RequestFlow {
  const { lang } = useCopy()
  const { answers, update } = useCitizen()
  const check = later.here?.checkStep ?? checkChosen
  const { step, goTo, back } = useStep(answers, check)
  const mistakes = useMistakes()
  const [tried, setTried] = useState(answers.message ?? '')
  const { slots, again } = useSlots(ready ? slotKindNear(step, answers) : null)
  const isComing = later.here === null && !early.has(step)
  useShownFromTop(isComing ? null : step)
  useMadeReady(step, later.here)

  const { tell } = mistakes
  const toStep = useCallback(
    (to: Step) => {
      tell([])
      goTo(to)
    },
    [goTo, tell],
  )

  const { problem } = sending
  useEffect(() => {
    // Sent from the last screen, and the problem is shown there: the way back through the history may have led to another.
    if (problem !== null && step !== 'review') goTo('review')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each problem
  }, [problem])

  const toNext = (now: Answers): void => {
    const next = nextStep(step, now, check)
    if (next !== 'times' || !areTimesPassed(now, slots)) toStep(next)
    else {
      update({ slotIds: [] })
      toStep(nextStep('times', { ...now, slotIds: [] }, check))
    }
  }

  const goOn = (now: Answers): void => {
    const found = check(step, now)
    setTried(now.message ?? '')
    tell(found)
    if (found.length > 0) return
    if (step !== 'review') toNext(now)
    else {
      const open = stepsFor(now).find(earlier => check(earlier, now).length > 0)
      if (open) toStep(open)
      else sending.send(now, lang)
    }
  }

  const screen: ScreenProps = {
    answers,
    update,
    slots,
    again,
    errorOf: mistakes.errorOf,
    decide: change => {
      update(change)
      goOn(withChange(answers, change))
    },
  }
  return { ...mistakes, step, isComing, tried, screen, toStep, back, goOn }
}

/** An adult is not led to times of which there are none; a young person came for one and reads that there is none. */
const areTimesPassed = (now: Answers, slots: Slots): boolean =>
  now.audience === 'adult' && (slots.kind === 'unreachable' || areNoneFree(slots))

/** What a later screen needs is made ready before somebody comes to it. */
function useMadeReady(step: Step, later: LaterScreens | null): void {
  useEffect(() => {
    if (step !== 'review') return
    later?.prepareSending()
    later?.askDay().catch(reportError)
  }, [step, later])
  useAlias(later)
  useCrisisReady()
  useEffect(() => {
    whenIdle(prepareCallText)
  }, [])
}

/** Who books a time without a name gets a made-up one to say at the door. */
function useAlias(later: LaterScreens | null): void {
  const { t } = useCopy()
  const { answers, update } = useCitizen()
  const wanted = isMetByAlias(answers)
  useEffect(() => {
    if (wanted && later && answers.alias === undefined) update({ alias: later.newAlias(t) })
  }, [wanted, answers.alias, update, t, later])
}
