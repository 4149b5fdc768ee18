import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as the server got it: who it was for, and its lines with all headers. */
export type Got = { readonly to: readonly string[]; readonly raw: string }

export type MailServer = {
  readonly url: string
  readonly box: Got[]
  /** Recipients that are refused. */
  readonly refused: Set<string>
  close(): Promise<void>
}

/** A real SMTP server on this machine; the one that opens it closes it. @param port the one to listen on; 0 = any that is free */
export async function openMailServer(port = 0, login?: { user: string; pass: string }): Promise<MailServer> {
  const box: Got[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    authOptional: login === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, answer) {
      const isRight = username === login?.user && password === login?.pass
      answer(isRight ? null : new Error('wrong'), isRight ? { user: username } : undefined)
    },
    onRcptTo({ address }, _session, answer) {
      answer(refused.has(address) ? new Error('no such mailbox') : null)
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        box.push({ to, raw: Buffer.concat(parts).toString('utf8') })
        answer(null)
      })
    },
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  let closing: Promise<void> | null = null
  const close = (): Promise<void> =>
    (closing ??= new Promise(done => {
      server.close(() => {
        done()
      })
    }))
  const at = (server.server.address() as AddressInfo).port
  const who = login ? `${login.user}:${login.pass}@` : ''
  return { url: `smtp://${who}127.0.0.1:${at}`, box, refused, close }
}
