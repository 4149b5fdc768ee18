import { onTestFinished } from 'vitest'
import { openMailServer, type MailServer } from '../../../mail-server.ts'

/** A real SMTP server on this machine, for as long as a test. @param port the one to listen on; 0 = any that is free */
export async function startMailServer(port = 0, login?: { user: string; pass: string }): Promise<MailServer> {
  const server = await openMailServer(port, login)
  onTestFinished(() => server.close())
  return server
}
