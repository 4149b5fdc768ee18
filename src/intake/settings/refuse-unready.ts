import { retention } from '../../core/facts/retention.ts'
import type { Municipality } from '../../core/facts/types.ts'
import type { Config } from './config.ts'
import { SettingError } from './setting-error.ts'
import type { Site } from './site.ts'

type Parts = {
  readonly config: Pick<Config, 'origin' | 'production' | 'retention'>
  readonly required?: Partial<Municipality['required']>
  /** Null where the keys file cannot be read. */
  readonly team: { readonly fingerprint: string; readonly demo: boolean } | null
  /** Null where none is served, or none can be read. */
  readonly site: Site | null
}

/** The periods that the privacy page and the inbox tell, and their settings: another would make them false. */
const TOLD = {
  closedDays: 'RETENTION_CLOSED_DAYS',
  junkDays: 'RETENTION_JUNK_DAYS',
  mailboxDays: 'RETENTION_MAILBOX_DAYS',
} as const
type Told = keyof typeof TOLD

/** Why keys, pages, address and the municipality's answers do not make a service one may offer; none when they do. */
export function unreadyIn({ config, required = {}, team, site }: Parts): SettingError[] {
  const faults: SettingError[] = []
  const not = (setting: string, sentence: string): void => {
    faults.push(new SettingError(setting, sentence))
  }
  if (team && site && site.fingerprint !== team.fingerprint) {
    not(
      'KEYS_FILE',
      'has other recipients than the pages were built with: run "npm run build" with this keys file, then start again',
    )
  }
  const builtFor = site?.origin ?? null
  if (builtFor !== null && config.origin !== null && builtFor !== config.origin) {
    not(
      'SITE_DIR',
      `holds pages built for ${builtFor}, and ORIGIN is ${config.origin}: name the pages of this address, or build ` +
        'them with it',
    )
  }
  if (!config.production) return faults
  if (site?.origin === null) {
    not(
      'SITE_DIR',
      'holds pages that were built without ORIGIN, for no address: build them with it, then start',
    )
  }
  if (team?.demo === true || site?.demo === true) {
    not(
      'KEYS_FILE',
      'holds demo keys, which anybody on this machine can read: run "npm run keys", build again, then start',
    )
  }
  for (const [period, setting] of Object.entries(TOLD) as [Told, string][]) {
    if (config.retention[period] === retention[period]) continue
    not(
      setting,
      `is ${config.retention[period]}, and the pages tell people and staff ${retention[period]} days: leave it out, or change ` +
        'src/core/facts/retention.ts and build again',
    )
  }
  const missing = Object.entries(required).flatMap(([name, answer]) => (answer === null ? [name] : []))
  if (missing.length > 0) {
    not(
      'NODE_ENV',
      `is production, but the municipality has not answered ${missing.join(', ')}: ` +
        'fill them in as docs/before-launch.md says, build again, then start',
    )
  }
  if (site && site.missing.length > 0) {
    not(
      'SITE_DIR',
      `holds pages built before the municipality had answered ${site.missing.join(', ')}: build again, then start`,
    )
  }
  return faults
}

/** @throws SettingError the first of `unreadyIn` */
export function refuseUnready(parts: Parts): void {
  const [first] = unreadyIn(parts)
  if (first !== undefined) throw first
}
