import { join } from 'node:path'
import { retention } from '../../core/facts/retention.ts'
import { checkHosts } from './hosts.ts'
import { SettingError } from './setting-error.ts'
import { readSmtp, type Smtp } from './smtp.ts'
import type { Retention } from './retention.ts'

export type Config = {
  readonly port: number
  readonly host: string
  readonly store: { readonly dataDir: string } | { readonly databaseUrl: string }
  readonly keysFile: string
  readonly siteDir: string
  /** How many proxies of ours stand in front; 0 = none, and what callers say of themselves is not believed. */
  readonly trustProxy: number
  /** Where the inbox is served, without port; null = beside the citizens' pages. */
  readonly inboxHost: string | null
  /** The citizens' address, `https://…` without a slash at the end; null = only on this machine. */
  readonly origin: string | null
  /** Shared by processes behind one address, so that each takes the others' challenges; null = one process. */
  readonly proofSecret: string | null
  /** Where to write about a weakness, `mailto:…` or `https://…`; null = /.well-known/security.txt is not there. */
  readonly securityContact: string | null
  /** Where the counters are read, on 127.0.0.1 only; null = nowhere. */
  readonly metricsPort: number | null
  /** The mail server, and the file that names those who get mail; null = nobody does. */
  readonly notices: { readonly smtp: Smtp; readonly file: string } | null
  readonly production: boolean
  readonly retention: Retention
}

type Env = { readonly [name: string]: string | undefined }

/**
 * The settings, from the environment. `docs/operations.md` has the table.
 *
 * @throws SettingError with a sentence naming the first setting that is missing or bad.
 */
export function parseConfig(env: Env): Config {
  const { config, problems } = readConfig(env)
  if (problems[0] !== undefined) throw problems[0]
  return config
}

/**
 * The settings, and everything that is wrong with them: the check before a start names all at once.
 *
 * @returns `config` holds presets where a setting was bad, so it may be served only when `problems` is empty.
 */
export function readConfig(env: Env): { config: Config; problems: SettingError[] } {
  const problems: SettingError[] = []
  const wrong = (name: string, sentence: string): void => {
    problems.push(new SettingError(name, sentence))
  }
  /** What a reading gives; its fault is noted and the preset stands in. */
  function orNoted<T>(read: () => T, preset: T): T {
    try {
      return read()
    } catch (cause) {
      if (!(cause instanceof SettingError)) throw cause
      problems.push(cause)
      return preset
    }
  }
  const number = (name: string, preset: number, least: number, most: number): number =>
    orNoted(() => whole(env, name, preset, least, most), preset)

  const dataDir = text(env, 'INTAKE_DATA')
  const databaseUrl = text(env, 'DATABASE_URL')
  const production = orNoted(() => isProduction(env), true)
  const inboxHost = text(env, 'INBOX_HOST')
  const origin = text(env, 'ORIGIN')
  const proofSecret = text(env, 'PROOF_SECRET')
  const securityContact = text(env, 'SECURITY_CONTACT')
  const keysFile = text(env, 'KEYS_FILE') ?? (dataDir === null ? null : join(dataDir, 'keys.json'))

  if (databaseUrl === null && dataDir === null) {
    wrong('INTAKE_DATA', 'must name the folder for the data (or set DATABASE_URL for PostgreSQL)')
  }
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong('DATABASE_URL', 'must begin with postgres://')
  }
  if (keysFile === null && databaseUrl !== null) {
    wrong('KEYS_FILE', 'must name the keys file made by "npm run keys"')
  }
  if (proofSecret !== null && proofSecret.length < 32) {
    wrong('PROOF_SECRET', 'must have at least 32 characters')
  }
  if (securityContact !== null && !/^(mailto:|https:\/\/)\S+$/.test(securityContact)) {
    wrong('SECURITY_CONTACT', 'must begin with mailto: or https://')
  }
  orNoted(() => {
    checkHosts({ origin, inboxHost, production })
  }, undefined)
  if (production && text(env, 'TRUST_PROXY') === null) {
    wrong(
      'TRUST_PROXY',
      'must say how many proxies of yours stand in front, when NODE_ENV is production: mostly 1, and 0 only where ' +
        'callers arrive under their own addresses, else all count as one',
    )
  }

  const config: Config = {
    port: number('PORT', 8080, 0, 65_535),
    host: text(env, 'HOST') ?? '127.0.0.1',
    store: databaseUrl === null ? { dataDir: dataDir ?? '' } : { databaseUrl },
    keysFile: keysFile ?? '',
    siteDir: text(env, 'SITE_DIR') ?? join('dist', 'site'),
    trustProxy: number('TRUST_PROXY', 0, 0, 10),
    inboxHost,
    origin,
    proofSecret,
    securityContact,
    metricsPort: text(env, 'METRICS_PORT') === null ? null : number('METRICS_PORT', 0, 0, 65_535),
    notices: orNoted(() => noticesIn(env), null),
    production,
    retention: {
      closedDays: number('RETENTION_CLOSED_DAYS', retention.closedDays, 1, 3_650),
      junkDays: number('RETENTION_JUNK_DAYS', retention.junkDays, 1, 3_650),
      mailboxDays: number('RETENTION_MAILBOX_DAYS', retention.mailboxDays, 1, 3_650),
      erasedDays: number('RETENTION_ERASED_DAYS', retention.erasedIdDays, 1, 3_650),
      unansweredDays: number('UNANSWERED_DAYS', 2, 1, 365),
    },
  }
  if (config.metricsPort === config.port && config.port !== 0) {
    wrong('METRICS_PORT', 'must be another port than PORT: the counters are not for callers')
  }
  return { config, problems }
}

/** The mail server and the list belong together: one without the other is a slip that nobody would notice. */
function noticesIn(env: Env): Config['notices'] {
  const smtpUrl = text(env, 'SMTP_URL')
  const file = text(env, 'NOTIFY_FILE')
  if (smtpUrl === null && file === null) return null
  if (smtpUrl === null)
    throw new SettingError('SMTP_URL', 'must name the mail server, since NOTIFY_FILE is set')
  if (file === null)
    throw new SettingError('NOTIFY_FILE', 'must name who is told by mail, since SMTP_URL is set')
  return { smtp: readSmtp(smtpUrl), file }
}

/** One spelling counts: anyone who writes `prod` means the checks of production, and would go without them. */
function isProduction(env: Env): boolean {
  const value = text(env, 'NODE_ENV')
  if (value === null || value === 'development' || value === 'test') return false
  if (value === 'production') return true
  throw new SettingError(
    'NODE_ENV',
    'must be production, development or test, in these letters, or not be set',
  )
}

/** A setting's text, null when it is not set; set but empty counts as not set. */
function text(env: Env, name: string): string | null {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

function whole(env: Env, name: string, preset: number, least: number, most: number): number {
  const value = text(env, name)
  if (value === null) return preset
  const number = /^\d+$/.test(value) ? Number(value) : NaN
  if (!(number >= least && number <= most)) {
    throw new SettingError(name, `must be a whole number from ${least} to ${most}`)
  }
  return number
}
