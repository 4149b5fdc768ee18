import { SettingError } from './setting-error.ts'

/** Names that no machine but the caller's own answers to (RFC 6761 §6.3, RFC 5735, RFC 4291). */
export const LOOPBACK_ORIGIN = /^http:\/\/(([a-z0-9-]+\.)?localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

type Hosts = {
  readonly origin: string | null
  readonly inboxHost: string | null
  readonly production: boolean
}

/**
 * Refuses names under which a service would start that nobody could use.
 *
 * @throws SettingError naming ORIGIN or INBOX_HOST.
 */
export function checkHosts({ origin, inboxHost, production }: Hosts): void {
  if (origin !== null) checkOrigin(origin)
  if (production && origin?.startsWith('https://') !== true) {
    throw new SettingError(
      'ORIGIN',
      'must be the https:// address that citizens use, when NODE_ENV is production',
    )
  }
  if (production && inboxHost === null) {
    throw new SettingError(
      'INBOX_HOST',
      'must name a host for the inbox alone, when NODE_ENV is production: a fault in the citizens’ pages must not reach it',
    )
  }
  if (inboxHost !== null) checkInboxHost(inboxHost, new URL(origin ?? 'http://localhost'))
}

function checkOrigin(origin: string): void {
  const url = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin) && URL.canParse(origin) ? new URL(origin) : null
  if (url === null) {
    throw new SettingError('ORIGIN', 'must be like https://snak.example.dk, without a slash at the end')
  }
  // What members send along is compared with it letter by letter, and a browser leaves the usual port out.
  if (url.origin !== origin) {
    throw new SettingError('ORIGIN', `must be written as browsers write it, which is ${url.origin}`)
  }
}

/** @param citizens where the citizens' pages are. */
function checkInboxHost(inboxHost: string, citizens: URL): void {
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(inboxHost)) {
    throw new SettingError('INBOX_HOST', 'must be a host name in lower case, without port or address prefix')
  }
  if (inboxHost === citizens.hostname) {
    throw new SettingError(
      'INBOX_HOST',
      `must be another name than ${citizens.hostname}, where the citizens' pages would be gone`,
    )
  }
  if (citizens.protocol === 'https:') {
    if (citizens.port === '') return
    throw new SettingError(
      'ORIGIN',
      `must have no port while INBOX_HOST is set: members sign in at https://${inboxHost} and nowhere else`,
    )
  }
  if (!LOOPBACK_ORIGIN.test(`http://${inboxHost}`)) {
    throw new SettingError(
      'INBOX_HOST',
      'must be like inbox.localhost while ORIGIN is not https://: over http nobody can sign in from elsewhere',
    )
  }
}
