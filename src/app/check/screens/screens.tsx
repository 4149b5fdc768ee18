import type { JSX } from 'preact'
import type { Situation } from '../../../core/eligibility/index.ts'
import { Fold } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { OtherScreen, PlaceScreen, WhomScreen, YouScreen } from './who.tsx'
import type { LaterOfCheck } from '../later.ts'
import type { ScreenProps } from './screen.ts'
import type { Asking, Step } from '../steps.ts'

/** The questions that the page's own script holds; all others come with `laterOfCheck`. */
export const early: ReadonlySet<Step> = new Set<Step>(['whom', 'other', 'you', 'place'])

/** The screen of a question; null while the script of the later ones is not here. */
export function AskScreen({
  step,
  later,
  ...props
}: ScreenProps & { readonly step: Asking; readonly later: LaterOfCheck | null }): JSX.Element | null {
  switch (step) {
    case 'whom':
      return <WhomScreen {...props} />
    case 'other':
      return <OtherScreen {...props} />
    case 'you':
      return <YouScreen {...props} />
    case 'place':
      return <PlaceScreen {...props} />
    case 'substance':
      return later && <later.SubstanceScreen {...props} />
    case 'wishes':
      return later && <later.WishesScreen {...props} />
    case 'criteria':
      return later && <later.CriteriaScreen {...props} />
    case 'complaint':
      return later && <later.ComplaintScreen {...props} />
    case 'intensive':
      return later && <later.IntensiveScreen {...props} />
    case 'stage':
      return later && <later.StageScreen {...props} />
    case 'now':
      return later && <later.NowScreen {...props} />
  }
}

/** Why a screen asks, for those who want to know before they answer. */
export function WhyWeAsk(props: { readonly step: Asking; readonly situation: Situation }): JSX.Element {
  const { t } = useCopy()
  const { step } = props
  const relative = props.situation.subject === 'relative'
  const text = (): string => {
    if (step === 'other') return t('check:ask.relation.why')
    if (relative && (step === 'you' || step === 'now')) return t(`check:ask.${step}.relativeWhy`)
    return t(`check:ask.${step}.why`)
  }
  return (
    <Fold summary={t('check:why')}>
      <p>{text()}</p>
    </Fold>
  )
}
