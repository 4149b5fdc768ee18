import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod/mini'
import { type Config, readConfig } from './config.ts'
import { SettingError } from './setting-error.ts'

/** A municipality among several in one process: whatever is its own. All else comes from the environment. */
const entry = z.strictObject({
  /** Names it in the log and the counters. */
  name: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/)),
  origin: z.string(),
  inboxHost: z.string(),
  keysFile: z.string(),
  siteDir: z.string(),
  /** A folder for SQLite, or a PostgreSQL database (or schema) of its own: one of the two. */
  data: z.optional(z.string()),
  databaseUrl: z.optional(z.string()),
  securityContact: z.optional(z.string()),
  /** Who gets mail; the mail server is shared. */
  notifyFile: z.optional(z.string()),
})
const list = z.array(entry).check(z.minLength(1))

export type Named = {
  readonly name: string
  readonly config: Config
  readonly problems: readonly SettingError[]
}

/**
 * Reads the list of municipalities. A path in it counts from the list's own folder.
 *
 * @returns one configuration each, with what is wrong with it: a fault of one does not keep the others from starting
 * @throws SettingError when the file is not such a list, or two would share a name, host, store or keys
 */
export async function readMunicipalities(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Named[]> {
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new SettingError('MUNICIPALITIES', 'must name a readable JSON file', { cause })
  }
  const result = list.safeParse(parsed)
  if (!result.success) {
    const field = result.error.issues[0]?.path.join('.') ?? ''
    throw new SettingError(
      'MUNICIPALITIES',
      `is not a list as docs/operations.md shows it: look at "${field}"`,
    )
  }
  const at = (path: string): string => resolve(dirname(file), path)
  const all = result.data.map(({ name, data, databaseUrl, keysFile, siteDir, ...own }): Named => {
    const { config, problems } = readConfig({
      ...env,
      ORIGIN: own.origin,
      INBOX_HOST: own.inboxHost,
      KEYS_FILE: at(keysFile),
      SITE_DIR: at(siteDir),
      INTAKE_DATA: data === undefined ? undefined : at(data),
      DATABASE_URL: databaseUrl,
      SECURITY_CONTACT: own.securityContact ?? env['SECURITY_CONTACT'],
      NOTIFY_FILE: own.notifyFile === undefined ? undefined : at(own.notifyFile),
      SMTP_URL: own.notifyFile === undefined ? undefined : env['SMTP_URL'],
    })
    return { name, config, problems }
  })
  refuseShared(all)
  return all
}

/** Two municipalities with one store, host or key would be one: each could read what was meant for the other. */
function refuseShared(all: readonly Named[]): void {
  const seen = new Map<string, string>()
  for (const { name, config } of all) {
    const { origin, inboxHost, keysFile, siteDir, store } = config
    const own = [
      `name ${name}`,
      ...(origin === null ? [] : [`host ${new URL(origin).hostname}`]),
      ...(inboxHost === null ? [] : [`host ${inboxHost}`]),
      `keysFile ${keysFile}`,
      `siteDir ${siteDir}`,
      'dataDir' in store ? `data ${resolve(store.dataDir)}` : `databaseUrl ${store.databaseUrl}`,
    ]
    for (const one of own) {
      const other = seen.get(one)
      if (other !== undefined) {
        // The address of a database holds a password: only its setting is named.
        const what = one.startsWith('databaseUrl') ? 'databaseUrl' : one
        throw new SettingError('MUNICIPALITIES', `gives ${other} and ${name} the same ${what}`)
      }
      seen.set(one, name)
    }
  }
}
