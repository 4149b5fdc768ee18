import fastify from 'fastify'
import { expect, test } from 'vitest'
import { listenWith } from '../../src/intake/listening.ts'
import type { Service } from '../../src/intake/service.ts'

/** Three services, of which each has a mail under way that goes out when the test says so. */
function three() {
  const seen: string[] = []
  let sent: () => void = () => undefined
  const mails = new Promise<void>(done => (sent = done))
  const one = (name: string): Service => {
    const app = fastify()
    let ends: Promise<void> | null = null
    const endUpkeep = (): Promise<void> => {
      ends ??= Promise.resolve(seen.push(`${name} ends its mails`)).then(() => mails)
      return ends
    }
    // What is not asked of it when it stops is not there.
    return {
      app,
      team: { demo: false },
      log: () => undefined,
      today: () => '2026-11-27',
      startUpkeep: () => undefined,
      endUpkeep,
      close: async () => {
        seen.push(`${name} closes`)
        await Promise.all([app.close(), endUpkeep()])
        seen.push(`${name} is closed`)
        return true
      },
    } as unknown as Service
  }
  return {
    services: [one('a'), one('b'), one('c')] as const,
    seen,
    sent: () => {
      sent()
    },
  }
}

test('of several, all end their mails at once, and no store closes before the one that answers for all', async () => {
  const { services, seen, sent } = three()
  const running = await listenWith(services, { port: 0, host: '127.0.0.1', metricsPort: null }, null)
  const stopping = running.stop()
  expect(seen).toEqual(['a ends its mails', 'b ends its mails', 'c ends its mails', 'a closes'])
  sent()
  await stopping
  expect(seen.slice(4)).toEqual(['a is closed', 'b closes', 'c closes', 'b is closed', 'c is closed'])
})
