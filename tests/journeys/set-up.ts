import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from '../../src/commands/build.ts'
import { bundleServer } from '../../src/commands/bundle-server.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { builtDir, program, root } from './server.ts'

/** Builds site and program once for all journeys, with keys of their own. `KEEP_BUILD=1` takes the site that is there. */
export default async function setUp(): Promise<void> {
  await bundleServer(dirname(program), join(root, 'src/commands/start.ts'))
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
