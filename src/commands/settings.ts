import { join } from 'node:path'
import { type Config, parseConfig } from '../intake/config.ts'

/**
 * The settings of `npm start` and `npm run build`: as the intake reads them, with the project's own folders for those
 * that are not set. Set but empty counts as not set: `resolve('')` is the present folder, and a build empties its own.
 *
 * @param root the project's folder
 * @throws SettingError with a sentence naming the first setting that is missing or bad
 */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Config {
  return parseConfig({
    ...env,
    INTAKE_DATA: orElse(env['INTAKE_DATA'], join(root, 'data')),
    SITE_DIR: orElse(env['SITE_DIR'], join(root, 'dist/site')),
  })
}

function orElse(value: string | undefined, preset: string): string {
  return value === undefined || value.trim() === '' ? preset : value
}
