import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from '../../src/commands/build.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { builtDir } from './server.ts'

/** Builds the site once for all journeys, with keys of its own. `KEEP_BUILD=1` takes the one that is there. */
export default async function setUp(): Promise<void> {
  if (process.env['KEEP_BUILD'] === '1' && existsSync(join(builtDir, 'site/build.json'))) return
  await rm(builtDir, { recursive: true, force: true })
  await mkdir(join(builtDir, 'keys'), { recursive: true })
  await makeKeys(join(builtDir, 'keys'), 'Demo', true)
  await build({
    keysFile: join(builtDir, 'keys/keys.json'),
    outDir: join(builtDir, 'site'),
    version: 'journeys',
  })
}
