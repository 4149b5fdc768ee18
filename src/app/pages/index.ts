import type { FunctionComponent } from 'preact'
import type { PageId } from '../routes.ts'
import { AccessibilityPage } from './accessibility.tsx'
import { AdultsPage } from './adults/page.tsx'
import { HomePage } from './home.tsx'
import { PlacePage } from './place/page.tsx'
import { PrivacyPage } from './privacy.tsx'
import { RelativesPage } from './relatives/page.tsx'
import { RightsPage } from './rights/page.tsx'
import { SourcesPage } from './sources/page.tsx'
import { UrgentPage } from './urgent.tsx'
import { YouthPage } from './youth/page.tsx'

/** The pages that are documents: rendered at build time, never on the phone. */
export const documentPages = {
  accessibility: AccessibilityPage,
  adults: AdultsPage,
  home: HomePage,
  place: PlacePage,
  privacy: PrivacyPage,
  relatives: RelativesPage,
  rights: RightsPage,
  sources: SourcesPage,
  urgent: UrgentPage,
  youth: YouthPage,
} satisfies Record<Exclude<PageId, 'check' | 'contact' | 'replies'>, FunctionComponent>
