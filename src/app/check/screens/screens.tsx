import type { JSX } from 'preact'
import type { Situation } from '../../../core/eligibility/index.ts'
import { Fold } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { OtherScreen, PlaceScreen, WhomScreen, YouScreen } from './who.tsx'
import { ComplaintScreen, CriteriaScreen, IntensiveScreen, NowScreen, StageScreen } from './more.tsx'
import { SubstanceScreen, WishesScreen } from './what.tsx'
import type { ScreenProps } from './screen.ts'
import type { Asking } from '../steps.ts'

export function AskScreen({ step, ...props }: ScreenProps & { readonly step: Asking }): JSX.Element {
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
      return <SubstanceScreen {...props} />
    case 'wishes':
      return <WishesScreen {...props} />
    case 'criteria':
      return <CriteriaScreen {...props} />
    case 'complaint':
      return <ComplaintScreen {...props} />
    case 'intensive':
      return <IntensiveScreen {...props} />
    case 'stage':
      return <StageScreen {...props} />
    case 'now':
      return <NowScreen {...props} />
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
