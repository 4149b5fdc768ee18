import type accessibility from '../../../locales/da/accessibility.json'
import type adults from '../../../locales/da/adults.json'
import type aloud from '../../../locales/da/aloud.json'
import type check from '../../../locales/da/check.json'
import type common from '../../../locales/da/common.json'
import type descriptions from '../../../locales/da/descriptions.json'
import type home from '../../../locales/da/home.json'
import type line from '../../../locales/da/line.json'
import type offline from '../../../locales/da/offline.json'
import type place from '../../../locales/da/place.json'
import type privacy from '../../../locales/da/privacy.json'
import type relatives from '../../../locales/da/relatives.json'
import type replies from '../../../locales/da/replies.json'
import type request from '../../../locales/da/request.json'
import type rights from '../../../locales/da/rights.json'
import type signs from '../../../locales/da/signs.json'
import type sources from '../../../locales/da/sources.json'
import type urgent from '../../../locales/da/urgent.json'
import type visit from '../../../locales/da/visit.json'
import type youth from '../../../locales/da/youth.json'

/** The citizen's copy, one file an area; Danish is the shape that English must have. */
export type Resources = {
  accessibility: typeof accessibility
  adults: typeof adults
  aloud: typeof aloud
  check: typeof check
  common: typeof common
  descriptions: typeof descriptions
  home: typeof home
  line: typeof line
  offline: typeof offline
  place: typeof place
  privacy: typeof privacy
  relatives: typeof relatives
  replies: typeof replies
  request: typeof request
  rights: typeof rights
  signs: typeof signs
  sources: typeof sources
  urgent: typeof urgent
  visit: typeof visit
  youth: typeof youth
}

export type Namespace = keyof Resources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Resources
  }
}
