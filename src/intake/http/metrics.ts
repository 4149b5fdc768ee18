import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Tally } from '../log.ts'
import type { UpkeepStore } from '../store/roles/upkeep-store.ts'

/** Counters since the start, for a monitor of the service. Nothing in them is about one call or one person. */
export type Metrics = {
  /** Counts answers of a municipality (`''` where there is one only) by method, route pattern and status. */
  counterFor(municipality: string): Tally['count']
  /** Asks this store whether it is ready each time the counters are read. */
  watch(municipality: string, store: Pick<UpkeepStore, 'ready'>): void
  /** The counters as Prometheus reads them (text format 0.0.4). */
  text(): Promise<string>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'foerste_snak_answers_total',
    help: 'Answers since the start, by municipality, method, route and status.',
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
      answers.inc({ municipality, method, route, status })
    },
    watch: (municipality, store) => {
      stores.set(municipality, store)
    },
    text: () => registry.metrics(),
  }
}

/** `GET /metrics` on a port of its own that only this machine reaches, whatever proxy stands in front of the service. */
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
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      done(server)
    })
  })
}
