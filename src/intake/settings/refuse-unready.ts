import type { Municipality } from '../../core/facts/types.ts'
import type { Config } from './config.ts'
import { SettingError } from './setting-error.ts'
import type { Site } from './site.ts'

/** @throws SettingError when the keys, the pages and the municipality's answers do not make a service one may offer. */
export function refuseUnready(parts: {
  config: Config
  required: Partial<Municipality['required']>
  team: { readonly fingerprint: string; readonly demo: boolean }
  site: Site | null
}): void {
  const { config, required, team, site } = parts
  if (site && site.fingerprint !== team.fingerprint) {
    throw new SettingError(
      'KEYS_FILE',
      'has other keys than the pages were built with: run "npm run build" with this keys file, then start again',
    )
  }
  if (!config.production) return
  if (team.demo || site?.demo === true) {
    throw new SettingError(
      'KEYS_FILE',
      'holds demo keys, which anybody on this machine can read: run "npm run keys", build again, then start',
    )
  }
  const missing = Object.entries(required).flatMap(([name, answer]) => (answer === null ? [name] : []))
  if (missing.length > 0) {
    throw new SettingError(
      'NODE_ENV',
      `is production, but the municipality has not answered ${missing.join(', ')}: ` +
        'fill them in as docs/before-launch.md says, build again, then start',
    )
  }
  if (site && site.missing.length > 0) {
    throw new SettingError(
      'SITE_DIR',
      `holds pages built before the municipality had answered ${site.missing.join(', ')}: build again, then start`,
    )
  }
}
