import { expect, onTestFinished, test } from 'vitest'
import { createMetrics, listenForMetrics } from '../../../src/intake/http/metrics.ts'

async function metricsWith(ready: () => Promise<void>) {
  const metrics = createMetrics({ ready })
  const server = await listenForMetrics(metrics, 0)
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP')
  expect(address.address).toBe('127.0.0.1')
  const get = (path: string) => fetch(`http://127.0.0.1:${address.port}${path}`)
  return { metrics, get }
}

test('429 and 503 are seen at once, by route and status, without time, address or id', async () => {
  const { metrics, get } = await metricsWith(() => Promise.resolve())
  metrics.count('POST', '/api/requests', 429)
  metrics.count('POST', '/api/requests', 429)
  metrics.count('GET', '/readyz', 503)
  const text = await (await get('/metrics')).text()
  expect(text).toContain('foerste_snak_answers_total{method="POST",route="/api/requests",status="429"} 2')
  expect(text).toContain('foerste_snak_answers_total{method="GET",route="/readyz",status="503"} 1')
  expect(text).toContain('foerste_snak_ready 1')
  expect(text).toContain('process_resident_memory_bytes')
  // The text format allows a time behind each value.
  const ours = text.split('\n').filter(line => line.startsWith('foerste_snak'))
  for (const line of ours) expect(line).toMatch(/ \d+$/)
})

test('a store that does not accept is told', async () => {
  const { get } = await metricsWith(() => Promise.reject(new Error('away')))
  expect(await (await get('/metrics')).text()).toContain('foerste_snak_ready 0')
})

test('nothing else is there', async () => {
  const { get } = await metricsWith(() => Promise.resolve())
  expect((await get('/')).status).toBe(404)
})
