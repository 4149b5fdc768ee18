import { expect, onTestFinished, test } from 'vitest'
import { createMetrics, listenForMetrics } from '../../../src/intake/http/metrics.ts'

async function metricsWith(ready: () => Promise<void>) {
  const metrics = createMetrics()
  metrics.watch('', { ready })
  const server = await listenForMetrics(metrics, 0)
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP')
  expect(address.address).toBe('127.0.0.1')
  const get = (path: string) => fetch(`http://127.0.0.1:${address.port}${path}`)
  return { count: metrics.counterFor(''), get }
}

test('429 and 503 are seen at once, by route and status, without time, address or id', async () => {
  const { count, get } = await metricsWith(() => Promise.resolve())
  count('POST', '/api/requests', 429)
  count('POST', '/api/requests', 429)
  count('GET', '/readyz', 503)
  const text = await (await get('/metrics')).text()
  expect(text).toContain(
    'foerste_snak_answers_total{municipality="",method="POST",route="/api/requests",status="429"} 2',
  )
  expect(text).toContain(
    'foerste_snak_answers_total{municipality="",method="GET",route="/readyz",status="503"} 1',
  )
  expect(text).toContain('foerste_snak_ready{municipality=""} 1')
  expect(text).toContain('process_resident_memory_bytes')
  // The text format allows a time behind each value.
  const ours = text.split('\n').filter(line => line.startsWith('foerste_snak'))
  for (const line of ours) expect(line).toMatch(/ \d+$/)
})

test('what was accepted, fetched or refused is not counted: whoever reads the counters each minute keeps the minute', async () => {
  const { count, get } = await metricsWith(() => Promise.resolve())
  for (const status of [200, 201, 204, 303, 304, 400, 401, 403, 404, 409, 410, 413, 422])
    count('POST', '/api/requests', status)
  expect(await (await get('/metrics')).text()).not.toContain('foerste_snak_answers_total{')
})

test('a store that does not accept is told', async () => {
  const { get } = await metricsWith(() => Promise.reject(new Error('away')))
  expect(await (await get('/metrics')).text()).toContain('foerste_snak_ready{municipality=""} 0')
})

test('nothing else is there', async () => {
  const { get } = await metricsWith(() => Promise.resolve())
  expect((await get('/')).status).toBe(404)
})
