import { existsSync } from 'node:fs'

/** For a browser without a display, without a sandbox (root) and without calling home. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The same for a browser that only tests. A renderer lives for a test of a second or two: what it would compile and tidy ahead on
 * threads of its own is work that nobody comes to use, a seventh of all that the journeys cost. It is not for what measures:
 * the page would then wait for what everybody's browser does beside it.
 */
export const briefArguments = [...browserArguments, '--js-flags=--single-threaded']

/** Debian's Chromium where it is, else the one that npm brought along. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM']
  if (named) return named
  const debian = '/usr/bin/chromium'
  if (existsSync(debian)) return debian
  // Has to be set before the package is loaded: it then brings the libraries that a bare system lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
