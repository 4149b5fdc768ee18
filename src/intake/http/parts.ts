import type { Day } from '../../core/contract/index.ts'
import type { Recipients } from '../../core/sealing/recipients.ts'
import type { Rates } from '../limits/counts.ts'
import type { Rate } from '../limits/limits.ts'
import type { Log, Tally } from '../log.ts'
import type { Site } from '../settings/site.ts'
import type { Store } from '../store/store.ts'
import type { TeamBook } from '../staff/team-book.ts'

/** What of the settings a running intake looks at. */
export type AppSettings = {
  /** How many proxies of ours stand in front. */
  readonly trustProxy: number
  /** Where alone the inbox is served; null = beside the citizens' pages. */
  readonly inboxHost: string | null
  /** Where the inbox's pages come from, `https://…`; null = `http://` on a loopback name, for trying out. */
  readonly staffOrigin: string | null
  /** Reached over TLS. */
  readonly https: boolean
  readonly proofSecret?: string
  /** `mailto:` or `https:`, for security.txt. */
  readonly securityContact?: string
  readonly rates?: Partial<Rates>
  readonly together?: Rate
  readonly signIns?: Rate
}

/** All that an intake is made of: nothing is reached for, everything is passed in. */
export type AppParts = {
  readonly store: Store
  /** ms since 1970. */
  readonly now: () => number
  /** The day in the municipality's time zone. */
  readonly today: () => Day
  readonly log: Log
  readonly settings: AppSettings
  readonly recipients: Recipients
  /** Of the recipients and the team's signing keys. */
  readonly fingerprint: string
  readonly team: TeamBook
  /** The built pages; null = none are served (development, where Vite does). */
  readonly site: Site | null
  /** Called with each answer: method, route pattern, status. */
  readonly onAnswer?: Tally['count']
}
