import { parseConfig } from '../../intake/settings/config.ts'
import { startIntake, stopOnSignals } from '../../intake/start.ts'

/**
 * Serves a built site until SIGTERM or SIGINT. Nothing is built and no key is made: settings from the environment,
 * the municipality's answers from the site's own `build.json`. Prints the log's JSON lines and nothing else.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting
 */
export async function serve(): Promise<void> {
  stopOnSignals(await startIntake({ config: parseConfig(process.env) }))
}
