import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { Refused } from '../run.ts'

const USAGE = `verify URL --release FOLDER [--inbox URL]
  Fetches every file of a running site and compares it with a release, from outside. --inbox where the inbox has a
  host of its own. Ends with 1 when anything differs.`

const about = z.looseObject({ fingerprint: z.string(), assets: z.record(z.string(), z.string()) })

/** One file that is not as it must be. */
export type Difference = { readonly path: string; readonly what: 'missing' | 'other content' }

/** Where a file of the site is served; null = it is no address of its own. */
export function addressOf(path: string): string | null {
  if (path === 'inbox.html') return '/inbox'
  if (/(^|\/)404\.html$/.test(path)) return null
  return '/' + path.replace(/(^|\/)index\.html$/, '')
}

/**
 * Compares a running site with the files of a release.
 *
 * @param assets SHA-256, hex, by path, as `build.json` of the release has them
 * @param hosts where citizens' pages and the inbox are, without a slash at the end
 */
export async function compareSite(
  assets: Readonly<Record<string, string>>,
  hosts: { readonly citizens: string; readonly inbox: string },
  get: typeof fetch = fetch,
): Promise<{ compared: number; differences: Difference[] }> {
  const differences: Difference[] = []
  let compared = 0
  for (const [path, hash] of Object.entries(assets)) {
    const address = addressOf(path)
    if (address === null) continue
    // The inbox brings its own assets from its own host; both hosts serve the same files under /assets/.
    const host = path === 'inbox.html' ? hosts.inbox : hosts.citizens
    const answer = await get(host + address, {
      redirect: 'manual',
      headers: { 'Accept-Encoding': 'identity' },
    })
    const body = Buffer.from(await answer.arrayBuffer())
    compared++
    if (answer.status !== 200) differences.push({ path, what: 'missing' })
    else if (createHash('sha256').update(body).digest('hex') !== hash) {
      differences.push({ path, what: 'other content' })
    }
  }
  return { compared, differences }
}

/** `server.mjs verify`: see USAGE. */
export async function verify(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { release: { type: 'string' }, inbox: { type: 'string' } },
  })
  const citizens = positionals[0]?.replace(/\/+$/, '')
  if (citizens === undefined || values.release === undefined) throw new Refused(USAGE)
  const file = join(values.release, 'site', 'build.json')
  const built = about.safeParse(
    JSON.parse(
      await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new Refused(`${file} cannot be read: --release must name the folder of a release.`, { cause })
      }),
    ),
  )
  if (!built.success) throw new Refused(`${file} was not made by a build of this service.`)
  const inbox = values.inbox?.replace(/\/+$/, '') ?? citizens
  const { compared, differences } = await compareSite(built.data.assets, { citizens, inbox })
  for (const { path, what } of differences) console.log(`${path}: ${what}`)
  console.log(
    `${compared} files compared, ${differences.length} differ. Fingerprint of the release: ${built.data.fingerprint}`,
  )
  if (differences.length > 0) process.exitCode = 1
}
