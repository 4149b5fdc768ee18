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
  /** Takes one more in, which answers through the first one's server; upkeep of it begins. */
  add(service: Service): void
  /** Accepts no more, finishes what is under way, closes the store. Once; later calls wait for the first. */
  stop(): Promise<void>
}

/** Lets services listen on one port; the first one's server answers for all. */
export async function listenWith(
  services: readonly [Service, ...Service[]],
  config: Pick<Config, 'port' | 'host' | 'metricsPort'>,
  metrics: Metrics | null,
): Promise<Running> {
  const [first, ...others] = services
  const { app, team } = first
  try {
    await listen(app, config)
    const watched = metrics && (await listenForMetrics(metrics, config.metricsPort ?? 0))
    const address = addressOf(app)
    function begin(one: Service): void {
      one.log({ event: 'started', on: one.today(), address, demo: one.team.demo })
      one.startUpkeep()
    }
    for (const one of services) begin(one)
    let stopped: Promise<void> | undefined
    async function stop(): Promise<void> {
      watched?.close()
      // Each waits for a mail that is under way: all at once, or ninety-eight of them would outlast who waits for the end.
      for (const one of [first, ...others]) void one.endUpkeep()
      // The first one's server answers for all. Until it has, nobody's store may be closed.
      await end(first)
      await Promise.all(others.map(end))
    }
    return {
      app,
      address,
      team,
      add: service => {
        others.push(service)
        begin(service)
      },
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    await Promise.all(services.map(one => one.close()))
    throw error
  }
}

async function end(one: Service): Promise<void> {
  one.log({ event: 'stopped', on: one.today(), inTime: await one.close() })
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
