import type { JSX } from 'preact'
import type { Step } from '../../core/request/index.ts'
import type { LaterScreens } from './later.ts'
import {
  AudienceScreen,
  ConcernScreen,
  ConnectionScreen,
  SubstanceScreen,
  WishScreen,
} from './screens/choices.tsx'
import type { ScreenProps } from './screens/screen.ts'

/** The screens that the page's own script holds; all others come with `laterScreens`. */
export const early: ReadonlySet<Step> = new Set<Step>([
  'audience',
  'wish',
  'substance',
  'concern',
  'connection',
])

/** The screen of a step; null while its script is not there, and for the last one, which has a form of its own making. */
export function QuestionScreen({
  step,
  later,
  ...props
}: ScreenProps & { readonly step: Step; readonly later: LaterScreens | null }): JSX.Element | null {
  switch (step) {
    case 'audience':
      return <AudienceScreen {...props} />
    case 'wish':
      return <WishScreen {...props} />
    case 'substance':
      return <SubstanceScreen {...props} />
    case 'concern':
      return <ConcernScreen {...props} />
    case 'connection':
      return <ConnectionScreen {...props} />
    case 'identity':
      return later && <later.IdentityScreen {...props} />
    case 'reach':
      return later && <later.ReachScreen {...props} />
    case 'who':
      return later && <later.WhoScreen {...props} />
    case 'times':
      return later && <later.TimesScreen {...props} />
    case 'review':
      return null
  }
}
