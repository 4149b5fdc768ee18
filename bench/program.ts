import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { municipality } from '../src/core/facts/lyngby-taarbaek/index.ts'
import { parseConfig } from '../src/intake/settings/config.ts'
import { startIntake } from '../src/intake/start.ts'

/** The intake with a data folder of its own, in this process. */
export async function startProgram(
  keysDir: string,
  site: string,
): Promise<{ url: string; dataDir: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-data-'))
  await cp(keysDir, dataDir, { recursive: true })
  const config = parseConfig({ INTAKE_DATA: dataDir, SITE_DIR: site, PORT: '0' })
  const running = await startIntake({ config, required: municipality.required, log: () => undefined })
  return {
    url: running.address.replace('127.0.0.1', 'localhost'),
    dataDir,
    stop: async () => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
