import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { whyNotListening } from './listen.ts'
import type { Tally } from '../log.ts'
import type { UpkeepStore } from '../store/roles/upkeep-store.ts'

/**
 * Whether a monitor may count an answer. It reads the counters every few seconds and keeps the time: with a few requests a
 * week, a counter of what was accepted would be a list of the minutes in which somebody asked for help. What is counted
 * here is what is wrong: nobody's name (421), a limit (429), a fault (5xx). All else is in the log, by the day.
 */
const isWatched = (status: number): boolean => status === 421 || status === 429 || status >= 500

/** Counters since the start, for a monitor of the service. Nothing in them is about one call or one person. */
export type Metrics = {
  /**
   * Counts answers of a municipality (`''` where there is one only) by method, route pattern and status: what a limit
   * turned away, and faults. All others are not counted.
   */
  counterFor(municipality: string): Tally['count']
  /** Asks this store whether it is ready each time the counters are read. */
  watch(municipality: string, store: Pick<UpkeepStore, 'ready'>): void
  /** The counters as Prometheus reads them (text format 0.0.4). */
  text(): Promise<string>
}

/** Counters of this process since its start, without anything of a person in them (docs/operations.md). */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'foerste_snak_answers_total',
    help: 'Faults and answers of a limit since the start, by municipality, method, route and status.',
    labelNames: ['municipality', 'method', 'route', 'status'],
    registers,
  })
  const stores = new Map<string, Pick<UpkeepStore, 'ready'>>()
  new Gauge({
    name: 'foerste_snak_ready',
    help: '1 while the store accepts what is written, else 0.',
    labelNames: ['municipality'],
    registers,
    async collect() {
      for (const [municipality, store] of stores) {
        const isReady = await store.ready().then(
          () => 1,
          () => 0,
        )
        this.set({ municipality }, isReady)
      }
    },
  })
  return {
    counterFor: municipality => (method, route, status) => {
      if (isWatched(status)) answers.inc({ municipality, method, route, status })
    },
    watch: (municipality, store) => {
      stores.set(municipality, store)
    },
    text: () => registry.metrics(),
  }
}

/**
 * `GET /metrics` on a port of its own that only this machine reaches, whatever proxy stands in front of the service.
 * @throws SettingError naming METRICS_PORT where the machine does not let us listen
 */
export function listenForMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      text => {
        response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)
      },
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((done, fail) => {
    server.once('error', cause => {
      fail(whyNotListening(cause, { port, host: '127.0.0.1' }, 'METRICS_PORT'))
    })
    server.listen(port, '127.0.0.1', () => {
      done(server)
    })
  })
}
