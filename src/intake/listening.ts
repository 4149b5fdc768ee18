import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { listen } from './http/listen.ts'
import { listenForMetrics, type Metrics } from './http/metrics.ts'
import type { Service } from './service.ts'
import type { Config } from './settings/config.ts'
import type { Team } from './staff/team.ts'

export type Running = {
  readonly app: FastifyInstance
  /** Where it listens, `http://127.0.0.1:8080`. */
  readonly address: string
  readonly team: Team
  /** Accepts no more, finishes what is under way, closes the store. Once; later calls wait for the first. */
  stop(): Promise<void>
}

/** Lets services listen on one port; the first one's server answers for all. */
export async function listenWith(
  services: readonly [Service, ...Service[]],
  config: Pick<Config, 'port' | 'host' | 'metricsPort'>,
  metrics: Metrics | null,
): Promise<Running> {
  const [{ app, team }] = services
  try {
    await listen(app, config)
    const watched = metrics && (await listenForMetrics(metrics, config.metricsPort ?? 0))
    const address = addressOf(app)
    for (const one of services) {
      one.log({ event: 'started', on: one.today(), address, demo: one.team.demo })
      one.startUpkeep()
    }
    let stopped: Promise<void> | undefined
    async function stop(): Promise<void> {
      watched?.close()
      for (const one of services) one.log({ event: 'stopped', on: one.today(), inTime: await one.close() })
    }
    return { app, address, team, stop: () => (stopped ??= stop()) }
  } catch (error) {
    for (const one of services) await one.close()
    throw error
  }
}

/**
 * Stops on SIGTERM and SIGINT, and lets the process end by itself. What goes wrong while stopping ends it with 1.
 * Ctrl+C under npm arrives twice, from the terminal and from npm: the second must not cut the first short.
 */
export function stopOnSignals(running: Running): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      running.stop().catch((error: unknown) => {
        process.exitCode = 1
        throw error
      })
    })
  }
}

function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo // listening on TCP, so it is one
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
