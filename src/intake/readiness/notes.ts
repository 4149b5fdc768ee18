import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createMailer, MailFault, type Mailer } from '../jobs/notices/mail.ts'
import { whyNotRecipient } from '../backup/recipient.ts'
import { freeOn, roomNotes } from './check-store.ts'
import type { Config } from '../settings/config.ts'

/** So long the mail server is waited for, altogether: systemd ends a check before a start after 90 s, and the start with it. */
const MAIL_MS = 10_000
/** So long for each of its answers: one that is away is told by what went wrong, and the command ends soon after. */
const MAIL_STEP_MS = 8_000

/**
 * What somebody should look at, and what keeps nothing from starting: requests must come in also while the mail server is
 * away, the disk fills up, or a certificate that only the proxy uses is a bad one.
 *
 * @param certificate the file of the certificate that the proxy in front shows, when it can be read here
 * @param ofMail what to note of the mail server
 */
export async function notesOf(
  config: Config,
  certificate: string | null,
  { ofMail = notesOfMail(), free = freeOn } = {},
): Promise<string[]> {
  return [
    ...(await ofMail(config)),
    ...(await roomNotes(config.store, free)),
    ...(await notesOfCertificate(certificate, config)),
  ]
}

/**
 * What to note of the mail server. Municipalities that share one share what is noted: it is asked once.
 *
 * @param mailer speaks to the mail server
 */
export function notesOfMail({ mailer = createMailer, waitMs = MAIL_MS } = {}): (
  config: Pick<Config, 'notices'>,
) => Promise<string[]> {
  const asked = new Map<string, Promise<string[]>>()
  return async ({ notices }) => {
    if (notices === null) return []
    const server = JSON.stringify(notices.smtp)
    const late = `SMTP_URL was not looked at: the mail server has not answered within ${waitMs / 1_000} s.`
    const asking =
      asked.get(server) ??
      Promise.race([notesOfServer(mailer(notices.smtp, MAIL_STEP_MS)), wait(waitMs, [late], { ref: false })])
    asked.set(server, asking)
    return asking
  }
}

async function notesOfServer(server: Mailer): Promise<string[]> {
  try {
    await server.verify()
    return []
  } catch (cause) {
    if (!(cause instanceof MailFault)) throw cause
    return [
      `SMTP_URL leads to a mail server that does not let us in (${cause.code}): no notice would be sent.`,
    ]
  }
}

/** That the certificate cannot be read, is for other names, or ends within two weeks. */
async function notesOfCertificate(file: string | null, { origin, inboxHost }: Config): Promise<string[]> {
  if (file === null) return []
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(await readFile(file))
  } catch {
    return [`TLS_CERTIFICATE names ${file}, which is no certificate that this user may read.`]
  }
  const names = [
    ...(origin === null ? [] : [new URL(origin).hostname]),
    ...(inboxHost === null ? [] : [inboxHost]),
  ]
  const missing = names.filter(host => certificate.checkHost(host) === undefined)
  const { validTo } = certificate
  const isNear = Date.parse(validTo) < Date.now() + 14 * 86_400_000
  return [
    ...(missing.length > 0 ? [`TLS_CERTIFICATE is not for ${missing.join(', ')}.`] : []),
    ...(isNear ? [`TLS_CERTIFICATE ends on ${validTo}: renew it.`] : []),
  ]
}

/**
 * That no backup can be made: what comes in is then in one place only.
 * @param recipient BACKUP_RECIPIENT; it is that of all municipalities of one process
 */
export function notesOfBackup(
  recipient: string | undefined,
  { production }: Pick<Config, 'production'>,
): string[] {
  const text = recipient?.trim() ?? ''
  if (text === '') {
    return production
      ? ['BACKUP_RECIPIENT is not set: no backup can be made, and what is lost here is lost for good.']
      : []
  }
  const why = whyNotRecipient(text)
  return why === null ? [] : [`BACKUP_RECIPIENT ${why}: no backup can be made.`]
}
