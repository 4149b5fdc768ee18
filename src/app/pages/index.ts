import type { FunctionComponent } from 'preact'
import type { PageId } from '../routes.ts'
import { AccessibilityPage } from './accessibility.tsx'
import { AdultsPage } from './adults.tsx'
import { HomePage } from './home.tsx'
import { PrivacyPage } from './privacy.tsx'
import { RelativesPage } from './relatives.tsx'
import { RightsPage } from './rights.tsx'
import { SourcesPage } from './sources.tsx'
import { UrgentPage } from './urgent.tsx'
import { YouthPage } from './youth.tsx'

/** The pages that are documents: rendered at build time, never on the phone. */
export const documentPages = {
  accessibility: AccessibilityPage,
  adults: AdultsPage,
  home: HomePage,
  privacy: PrivacyPage,
  relatives: RelativesPage,
  rights: RightsPage,
  sources: SourcesPage,
  urgent: UrgentPage,
  youth: YouthPage,
} satisfies Record<Exclude<PageId, 'check' | 'contact' | 'replies'>, FunctionComponent>
