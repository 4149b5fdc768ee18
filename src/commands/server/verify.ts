import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { Refused } from '../run.ts'
import { compareSite } from './compare-site.ts'

const USAGE = `verify URL --release FOLDER [--inbox URL]
  Fetches every file of a running site, from each host and in each encoding that browsers ask for, and compares it with a
  release, from outside. --inbox where the inbox has a host of its own. Ends with 1 when anything differs.`

const about = z.looseObject({ fingerprint: z.string(), assets: z.record(z.string(), z.string()) })

/** `server.mjs verify`: see USAGE. */
export async function verify(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { release: { type: 'string' }, inbox: { type: 'string' } },
  })
  const citizens = positionals[0]?.replace(/\/+$/, '')
  if (citizens === undefined || values.release === undefined) throw new Refused(USAGE)
  if (positionals.length > 1)
    throw new Refused(`One address, one release: ${positionals.slice(1).join(', ')} is too much.\n${USAGE}`)
  const file = join(values.release, 'site', 'build.json')
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Refused(`${file} cannot be read: --release must name the folder of a release.`, { cause })
  })
  const built = about.safeParse(JSON.parse(text))
  if (!built.success) throw new Refused(`${file} was not made by a build of this service.`)
  const inbox = values.inbox?.replace(/\/+$/, '') ?? citizens
  // What the build says of itself is served too, and tells people what to compare with.
  const assets = { ...built.data.assets, 'build.json': createHash('sha256').update(text).digest('hex') }
  const { compared, answers, differences } = await compareSite(assets, { citizens, inbox })
  for (const { url, encoding, what } of differences) console.log(`${url} (${encoding}): ${what}`)
  console.log(
    `${compared} files compared in ${answers} answers, ${differences.length} differ. Fingerprint of the release: ${built.data.fingerprint}`,
  )
  if (differences.length > 0) process.exitCode = 1
}
