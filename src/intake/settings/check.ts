import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createMailer, MailFault } from '../jobs/notices/mail.ts'
import { readSnapshot, schemaOf } from '../backup/snapshot.ts'
import { migrations } from '../store/migrations.ts'
import { SQLITE_FILE } from '../store/sqlite-open.ts'
import { readTeam } from '../staff/team.ts'
import type { Config } from './config.ts'
import { readNotify } from './notify.ts'
import { unreadyIn } from './refuse-unready.ts'
import { SettingError } from './setting-error.ts'
import { readSite } from './site.ts'
import { SQLITE_WORDS } from '../store/words.ts'

/** A rewrite needs room for a second copy; below this nothing can be promised. */
const ROOM_BYTES = 200 * 1024 * 1024

/**
 * What around the settings keeps a service from starting or from being used: keys, pages, folders, rights, database,
 * certificate. Nothing is changed. One sentence each, in the order in which they are best mended.
 *
 * @param problems what is wrong with the settings themselves; what rests on one of them is not looked at
 * @param certificate the file of the certificate that the proxy in front shows, when it can be read here
 */
export async function faultsOf(
  config: Config,
  problems: readonly SettingError[],
  certificate: string | null = null,
): Promise<string[]> {
  const isSound = (...names: string[]): boolean => !problems.some(({ setting }) => names.includes(setting))
  const faults: string[] = []
  /** What a look gives; null when it throws, and then the sentence is kept. */
  async function look<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof SettingError)) throw cause
      faults.push(cause.message)
      return null
    }
  }

  const team = isSound('KEYS_FILE') ? await look(() => readTeam(config.keysFile)) : null
  const site = await look(() => readSite(config.siteDir))
  faults.push(...unreadyIn({ config, team, site }).map(({ message }) => message))
  if (isSound('INTAKE_DATA', 'DATABASE_URL')) {
    if ('dataDir' in config.store) await look(() => checkFolder(config.store as { dataDir: string }))
    await look(() => checkDatabase(config))
  }
  const { notices } = config
  if (notices !== null) await look(() => readNotify(notices.file))
  if (certificate !== null) await look(() => checkCertificate(certificate, config))
  return faults
}

/**
 * What is wrong and keeps nothing from starting: requests must come in also while the mail server is away.
 * @param mailer speaks to the mail server
 */
export async function warningsOf({ notices }: Config, mailer = createMailer): Promise<string[]> {
  if (notices === null) return []
  try {
    await mailer(notices.smtp).verify()
    return []
  } catch (cause) {
    if (!(cause instanceof MailFault)) throw cause
    return [
      `SMTP_URL leads to a mail server that does not let us in (${cause.code}): no notice would be sent.`,
    ]
  }
}

/**
 * That the certificate ends within two weeks, or has ended: no reason to keep a service from starting again, which would only
 * make it worse. Nothing of one that cannot be read, which is a fault.
 */
export async function warningsOfCertificate(file: string | null): Promise<string[]> {
  if (file === null) return []
  let validTo: string
  try {
    validTo = new X509Certificate(await readFile(file)).validTo
  } catch {
    return [] // `faultsOf` says so
  }
  const isNear = Date.parse(validTo) < Date.now() + 14 * 86_400_000
  return isNear ? [`TLS_CERTIFICATE ends on ${validTo}: renew it.`] : []
}

async function checkFolder({ dataDir }: { dataDir: string }): Promise<void> {
  const refuse = (sentence: string, cause?: unknown): never => {
    throw new SettingError('INTAKE_DATA', sentence, { cause })
  }
  const found = await stat(dataDir).catch(() => null)
  if (found?.isDirectory() !== true) return refuse(`names ${dataDir}, which is no folder: make it`)
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause: unknown) =>
    refuse(`names ${dataDir}, where this user may not write: chown it to the service's user`, cause),
  )
  if (found.mode & 0o077) refuse(`names ${dataDir}, which others may look into: chmod 700`)
  const file = join(dataDir, SQLITE_FILE)
  await access(file, constants.F_OK).then(
    () =>
      access(file, constants.R_OK | constants.W_OK).catch((cause: unknown) =>
        refuse(`holds ${SQLITE_FILE}, which this user may not write: chown it to the service's user`, cause),
      ),
    () => undefined, // a first start makes it
  )
  const { bavail, bsize } = await statfs(dataDir)
  const size = await stat(file).then(
    one => one.size,
    () => 0,
  )
  if (bavail * bsize < ROOM_BYTES + size) {
    refuse(
      `lies on a disk with too little room: ${ROOM_BYTES / 1024 ** 2} MB and the size of the store must be free`,
    )
  }
}

/** The store opens, is whole and not of a newer version. A folder without one is made at the first start. */
async function checkDatabase({ store }: Config): Promise<void> {
  const name = 'dataDir' in store ? 'INTAKE_DATA' : 'DATABASE_URL'
  if ('dataDir' in store && !(await access(join(store.dataDir, SQLITE_FILE)).then(yes, no))) return
  let applied: string[]
  try {
    applied = await readSnapshot(store, async db => {
      if (!('dataDir' in store)) {
        const { rows } = await sql<{
          there: string | null
        }>`select to_regclass(quote_ident(current_schema()) || '.kysely_migration')::text as there`.execute(
          db,
        )
        return (rows[0]?.there ?? null) === null ? [] : schemaOf(db)
      }
      const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
      if (rows[0]?.quick_check !== 'ok') throw new Error('quick_check found damage')
      return schemaOf(db)
    })
  } catch (cause) {
    throw new SettingError(
      name,
      'leads to a store that does not open, or is damaged: look at the log, or restore a backup',
      {
        cause,
      },
    )
  }
  const known = Object.keys(migrations(SQLITE_WORDS))
  const newer = applied.find(one => !known.includes(one))
  if (newer !== undefined) {
    throw new SettingError(name, `leads to a store made by a newer version (${newer}): start that version`)
  }
}

/** @throws SettingError when the certificate cannot be read, or is for other names. */
async function checkCertificate(file: string, { origin, inboxHost }: Config): Promise<void> {
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(await readFile(file))
  } catch (cause) {
    throw new SettingError('TLS_CERTIFICATE', `names ${file}, which is no certificate this user may read`, {
      cause,
    })
  }
  const names = [
    ...(origin === null ? [] : [new URL(origin).hostname]),
    ...(inboxHost === null ? [] : [inboxHost]),
  ]
  const missing = names.filter(host => certificate.checkHost(host) === undefined)
  if (missing.length > 0) throw new SettingError('TLS_CERTIFICATE', `is not for ${missing.join(', ')}`)
}

const yes = (): boolean => true
const no = (): boolean => false
