/** The one Trusted Types policy: for the addresses of the service worker and of workers, nothing else. */
const TRUSTED_TYPES_POLICY = 'foerste-snak'

/** Everything off that could watch or follow. Left at its default: copying a code to the clipboard, sharing, printing. */
const permissions = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'interest-cohort',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
]

/** Two years, the least that browsers' preload lists take is one. */
const HSTS = 'max-age=63072000; includeSubDomains'

/** What only the inbox may use: a member's key may lie behind a passkey (WebAuthn). Citizens have nothing to sign in to. */
const INBOX_MAY = new Set(['publickey-credentials-create', 'publickey-credentials-get'])

/** Whose answer it is: the two sides may do different things in the browser. */
export type Side = 'citizen' | 'inbox'

/** On every answer, whatever it is. `https`: the intake is reached over TLS (its `ORIGIN` says so). */
export function securityHeaders(https: boolean, side: Side): Record<string, string> {
  const allowed = (name: string): string => (side === 'inbox' && INBOX_MAY.has(name) ? '(self)' : '()')
  return {
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': permissions.map(name => `${name}=${allowed(name)}`).join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    ...(https ? { 'Strict-Transport-Security': HSTS } : {}),
  }
}

/**
 * The policy of pages and of the scripts that run as workers: nothing inline, nothing from elsewhere, no form that
 * could send natively. `styles`: hash sources of the page's own `<style>` elements.
 */
export function pagePolicy(styles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...styles].join(' ')}`,
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
  ].join('; ')
}
