import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { municipality } from '#municipality'
import { formOf, languageIds, rootOf } from '../core/languages.ts'
import type { Config } from '../intake/settings/config.ts'
import { SettingError } from '../intake/settings/setting-error.ts'
import { type Running, stopOnSignals } from '../intake/listening.ts'
import { startIntake } from '../intake/start.ts'
import { buildApart } from './build-apart.ts'
import { DEMO_NAME } from './keys-folder.ts'
import { makeKeys } from './team-keys.ts'
import { demoKeyFile, publishDemoTimes } from './demo.ts'
import { runCommand } from './run.ts'
import { citizensAddress, readSettings, staffAddress } from './settings.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** `npm start`: demo keys on the first start, then build, then serve app, inbox and intake on one port. */
async function main(): Promise<void> {
  const config = readSettings(process.env, root)
  if (!existsSync(config.keysFile)) {
    if (config.production) {
      throw new SettingError(
        'KEYS_FILE',
        'is not there: run "npm run keys -- init DIR --name NAME", then build and start',
      )
    }
    await mkdir(dirname(config.keysFile), { recursive: true })
    await makeKeys(dirname(config.keysFile), DEMO_NAME, true)
    console.log(`Demo keys were made in ${shown(dirname(config.keysFile))} (for trying out only).`)
  }
  if (process.env['SKIP_BUILD'] !== '1') {
    console.log('Building the pages …')
    await buildApart(root)
  }
  const running = await startIntake({ config, required: municipality.required })
  stopOnSignals(running)
  if (running.team.demo) await publishOrSay(config, running)
  const port = Number(new URL(running.address).port)
  const citizens = citizensAddress(config, port)
  const others = languageIds.slice(1).map(lang => `${formOf(lang).name}: ${citizens}${rootOf(lang)}`)
  console.log(`
Citizens:  ${citizens}/        (${others.join(', ')})
Staff:     ${staffAddress(config, port)}
`)
  if (running.team.demo) {
    const key = demoKeyFile(config)
    if (existsSync(key))
      console.log(`Sign in to the inbox with one click (or with the key file ${shown(key)})`)
    console.log('These are demo keys: anybody with this machine can read what is sent. Press Ctrl+C to stop.')
  }
}

/** Without made-up times the app still runs, and staff can publish their own. */
async function publishOrSay(config: Config, { app }: Running): Promise<void> {
  try {
    await publishDemoTimes(config, app)
  } catch (error) {
    console.error(`No made-up times were published: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}

/** A path as a person here would write it. */
function shown(path: string): string {
  const way = relative(process.cwd(), path)
  return way.startsWith('..') ? path : way || '.'
}

await runCommand(main)
