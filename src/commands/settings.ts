import { join } from 'node:path'
import { type Config, parseConfig } from '../intake/settings/config.ts'

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

/** A setting, or another value where it is not set. Set but empty counts as not set. */
export function orElse(value: string | undefined, preset: string): string {
  return value === undefined || value.trim() === '' ? preset : value
}

/** Names under which a browser on this machine reaches a server that listens there, or everywhere. */
const HERE = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']

/** Where citizens reach the app, without a slash at the end. @param port where it listens */
export function citizensAddress({ origin, host }: Config, port: number): string {
  if (origin !== null) return origin
  return `http://${HERE.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Where staff reach the inbox. @param port where it listens */
export function staffAddress(config: Config, port: number): string {
  const { inboxHost, origin } = config
  if (inboxHost === null) return `${citizensAddress(config, port)}/inbox`
  return origin?.startsWith('https:') === true
    ? `https://${inboxHost}/inbox`
    : `http://${inboxHost}:${port}/inbox`
}
