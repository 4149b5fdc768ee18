import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const DEBIAN = '/usr/bin/firefox-esr'

/**
 * Debian's Firefox, or the one that `FIREFOX` names. Where there is none it is installed, if this program may.
 * @throws Error with a sentence for the person at the terminal when there is none in the end
 */
export async function findFirefox(): Promise<string> {
  const named = process.env['FIREFOX']
  if (named) return named
  if (existsSync(DEBIAN)) return DEBIAN
  if (process.getuid?.() === 0) {
    const got = (await installed()) || ((await apt(['update'])) && (await installed()))
    if (got && existsSync(DEBIAN)) return DEBIAN
    throw new Error('Firefox is not here, and `apt-get install firefox-esr` did not bring it.')
  }
  throw new Error(
    'Firefox is not here. Install it with `sudo apt-get install firefox-esr`, or name one in FIREFOX.',
  )
}

const installed = (): Promise<boolean> => apt(['install', '-y', '--no-install-recommends', 'firefox-esr'])

/** Whether apt-get did it. Where there is no apt-get the answer is no. */
function apt(args: readonly string[]): Promise<boolean> {
  return new Promise(done => {
    const child = spawn('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => {
      done(false)
    })
    child.on('close', code => {
      done(code === 0)
    })
  })
}
