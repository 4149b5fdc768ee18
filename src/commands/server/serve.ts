import { parseConfig } from '../../intake/settings/config.ts'
import { readMunicipalities } from '../../intake/settings/municipalities.ts'
import { stopOnSignals } from '../../intake/listening.ts'
import { startSeveral } from '../../intake/start-several.ts'
import { startIntake } from '../../intake/start.ts'

/**
 * Serves a built site until SIGTERM or SIGINT. Nothing is built and no key is made: settings from the environment,
 * the municipality's answers from the site's own `build.json`. With MUNICIPALITIES, a list of several. Prints the log's JSON lines and nothing else.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting
 */
export async function serve(): Promise<void> {
  const list = process.env['MUNICIPALITIES']?.trim() ?? ''
  stopOnSignals(
    list === ''
      ? await startIntake({ config: parseConfig(process.env) })
      : await startSeveral(await readMunicipalities(list, process.env)),
  )
}
