import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { municipality } from '#municipality'
import { keptInOrder } from '../../../core/languages.ts'
import { carry, type Situation } from '../../../core/eligibility/index.ts'
import { Actions, Button, Heading } from '../../../ui/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCitizen } from '../../citizen.ts'
import { useCopy } from '../../copy/copy.ts'
import { UNTOUCHED } from '../../draft/laid.ts'
import { canPrint, printPage } from '../../phone/print.ts'
import { goTo } from '../../router.ts'
import type { AnswerKey } from './answer.ts'
import { answersWith } from '../door.ts'
import type { Step } from '../steps.ts'

type Props = {
  readonly situation: Situation
  /** Whether the request is for them at all. */
  readonly asks: boolean
  /** Whether there is a whole result to keep. */
  readonly prints: boolean
}

/** What to do with the result, whatever it says: never a dead end. */
export function NextStep({ situation, asks, prints }: Props): JSX.Element {
  const { t, lang } = useCopy()
  return (
    <section class="flow">
      <Heading level={2} id="next-step">
        {t('check:next.title')}
      </Heading>
      <p>{t(asks ? 'check:line.offer-contact-place' : 'check:next.show')}</p>
      {asks && municipality.place.phone && (
        <p>
          <a href={`tel:${municipality.place.phone.number}`}>
            {keptInOrder(municipality.place.phone.shown, lang)}
          </a>
        </p>
      )}
      {asks && <p>{t(comesAlong(situation) ? 'check:next.askHint' : 'check:next.notYet')}</p>}
      <Actions>
        {asks && <Ask situation={situation} />}
        {prints && canPrint() && (
          <Button kind="quiet" icon="print" onClick={printPage}>
            {t('check:next.print')}
          </Button>
        )}
      </Actions>
      {Object.keys(situation).length > 0 && <p>{t('check:next.gone', { minutes: UNTOUCHED / 60_000 })}</p>}
      {situation.acute !== true && (
        <p>
          <CallText text={t('check:line.caution-emergency-not-here')} />
        </p>
      )}
    </section>
  )
}

/** Whether the request will show one of the answers: for whom it is, and that a young person books a talk, it does not. */
function comesAlong(situation: Situation): boolean {
  const { audience, wish, ...shown } = carry(situation)
  if (audience === undefined || wish === 'anonymous-talk') return false
  return wish !== undefined || Object.keys(shown).length > 0
}

/** Before anything is written here: a complaint is not a message. */
export function WhereToComplain(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <p>
      {t('check:next.complain')} <a href={`${href('rights')}#complaint`}>{t('check:next.howToComplain')}</a>
    </p>
  )
}

/** The one answer that would show more, asked for again. */
export function OneMore(props: {
  readonly answer: AnswerKey
  readonly goTo: (step: Step) => void
}): JSX.Element {
  const { t } = useCopy()
  const { answer, goTo } = props
  return (
    <Button
      kind="quiet"
      onClick={() => {
        goTo(answer === 'common' ? 'whom' : 'you')
      }}
    >
      {t(answer === 'common' ? 'check:next.sayWhom' : 'check:next.sayAge')}
    </Button>
  )
}

/** On to the request, with what it asks for; the rest stays here. */
export function Ask({ situation }: { readonly situation: Situation }): JSX.Element {
  const { t, href } = useCopy()
  const { answers, update } = useCitizen()
  const carried = carry(situation)
  const contact = href('contact')
  const goOn = (): void => {
    update(answersWith(carried, answers))
    goTo(contact)
  }
  const goOnRef = useRef(goOn)
  goOnRef.current = goOn
  // The link in the footer reads the same, and so does the same: nobody is to be asked twice.
  useEffect(() => {
    const link = document.querySelector(`footer a[href="${contact}"]`)
    const follow = (event: Event): void => {
      event.preventDefault()
      event.stopPropagation()
      goOnRef.current()
    }
    link?.addEventListener('click', follow)
    return () => link?.removeEventListener('click', follow)
  }, [contact])
  return (
    <Button onClick={goOn}>
      {t(carried.wish === 'anonymous-talk' ? 'check:next.book' : 'common:links.contact')}
    </Button>
  )
}
