import { createTransport } from 'nodemailer'
import type { Smtp } from '../../settings/smtp.ts'

export type Letter = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for the same mail, so that one that is sent again after a crash is known as the same. */
  readonly messageId: string
}

/** Why the mail server did not take a mail: a word for the log. No address and nothing the server said. */
export class MailFault extends Error {
  override readonly name = 'MailFault'
  /** Nodemailer's code, `ECONNECTION`, `EAUTH`, `EENVELOPE`, and the server's three figures where it gave any. */
  readonly code: string
  /** The server works, and does not take this one address. */
  readonly isAboutOne: boolean

  constructor(cause: unknown) {
    const { code, responseCode } = cause as { code?: unknown; responseCode?: unknown }
    const word = typeof code === 'string' && /^[A-Z]{2,30}$/.test(code) ? code : 'EMAIL'
    super('the mail server did not take it', { cause })
    this.code = typeof responseCode === 'number' ? `${word}_${responseCode}` : word
    this.isAboutOne = word === 'EENVELOPE'
  }
}

export type Mailer = {
  /** Resolves when the server has taken it. @throws MailFault */
  send(letter: Letter): Promise<void>
  /** Signs in and goes again. @throws MailFault */
  verify(): Promise<void>
}

/** A mail server that says nothing is left so soon (ms). */
const WAIT = 20_000

/**
 * Speaks SMTP: with TLS, unless the server is this machine. Text only; nothing is read from files or the web.
 * @param waitMs a server that says nothing is left so soon
 */
export function createMailer({ host, port, tls, isHere, login }: Smtp, waitMs = WAIT): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: tls,
    requireTLS: !tls && !isHere,
    ignoreTLS: !tls && isHere,
    ...(login && { auth: login }),
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const orFault = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
    } catch (cause) {
      throw new MailFault(cause)
    }
  }
  return {
    send: letter =>
      orFault(
        transport.sendMail({
          ...letter,
          // No machine answers a machine (RFC 3834, section 5), and no colleague's "out of office" comes back.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        }),
      ),
    verify: () => orFault(transport.verify()),
  }
}
