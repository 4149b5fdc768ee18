import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { municipality } from '#municipality'
import { SettingError } from '../intake/setting-error.ts'
import { startIntake, stopOnSignals } from '../intake/start.ts'
import { build } from './build.ts'
import { makeKeys } from './keys.ts'
import { publishDemoTimes } from './demo.ts'
import { runCommand } from './run.ts'
import { readSettings } from './settings.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** `npm start`: demo keys on the first start, then build, then serve app, inbox and intake on one port. */
async function main(): Promise<void> {
  const config = readSettings(process.env, root)
  const demoKey = join(dirname(config.keysFile), 'demo.key.json')
  if (!existsSync(config.keysFile)) {
    if (config.production) {
      throw new SettingError(
        'KEYS_FILE',
        'is not there: run "npm run keys -- init DIR --name NAME", then build and start',
      )
    }
    await mkdir(dirname(config.keysFile), { recursive: true })
    await makeKeys(dirname(config.keysFile), 'Demo', true)
    console.log(
      `Demo keys were made in ${relative(process.cwd(), dirname(config.keysFile)) || '.'} (for trying out only).`,
    )
  }
  if (process.env['SKIP_BUILD'] !== '1') {
    console.log('Building the pages …')
    await build({ keysFile: config.keysFile, outDir: config.siteDir, origin: config.origin })
  }
  const running = await startIntake({ config, required: municipality.required })
  stopOnSignals(running)
  if (running.team.demo) await publishDemoTimes(config, running.address)
  const name =
    config.host === '127.0.0.1' ? `http://localhost:${new URL(running.address).port}` : running.address
  console.log(`
Citizens:  ${name}/        (English: ${name}/en)
Staff:     ${name}/inbox
`)
  if (running.team.demo) {
    console.log(`Sign in to the inbox by choosing the key file ${relative(process.cwd(), demoKey)}
These are demo keys: anybody with this machine can read what is sent. Press Ctrl+C to stop.`)
  }
}

await runCommand(main)
