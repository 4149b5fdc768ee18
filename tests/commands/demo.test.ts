import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { municipality } from '#municipality'
import { publishDemoTimes } from '../../src/commands/demo.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { citizensAddress, staffAddress } from '../../src/commands/settings.ts'
import { parseConfig } from '../../src/intake/settings/config.ts'
import { startIntake } from '../../src/intake/start.ts'

const { required } = municipality

test.each([
  [{}],
  [{ HOST: '0.0.0.0' }],
  [{ HOST: '::' }],
  [{ INBOX_HOST: 'inbox.localhost' }],
  [{ ORIGIN: 'http://localhost:8080' }],
  [{ ORIGIN: 'https://snak.example.dk', INBOX_HOST: 'inbox.example.dk', TRUST_PROXY: '1' }],
])('with %j there are times to book, published once', async env => {
  const dir = await mkdtemp(join(tmpdir(), 'demo-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await makeKeys(dir, 'Demo', true)
  const config = parseConfig({ INTAKE_DATA: dir, PORT: '0', ...env })
  const running = await startIntake({ config, required, site: null, log: () => undefined })
  onTestFinished(() => running.stop())

  await publishDemoTimes(config, running.app)
  const slots = await running.app.inject('/api/slots?kind=adult-talk')
  expect(slots.json()).toMatchObject({ slots: [{ place: 'house' }, { place: 'house' }] })
  await publishDemoTimes(config, running.app)
  expect((await running.app.inject('/api/slots?kind=adult-talk')).json()).toEqual(slots.json())
})

test.each([
  [{}, 'http://localhost:8081', 'http://localhost:8081/inbox'],
  [{ HOST: '::' }, 'http://localhost:8081', 'http://localhost:8081/inbox'],
  [{ HOST: '10.0.0.5' }, 'http://10.0.0.5:8081', 'http://10.0.0.5:8081/inbox'],
  [{ HOST: 'fd00::5' }, 'http://[fd00::5]:8081', 'http://[fd00::5]:8081/inbox'],
  [{ INBOX_HOST: 'inbox.localhost' }, 'http://localhost:8081', 'http://inbox.localhost:8081/inbox'],
  [{ ORIGIN: 'https://snak.dk' }, 'https://snak.dk', 'https://snak.dk/inbox'],
  [{ ORIGIN: 'https://snak.dk', INBOX_HOST: 'i.snak.dk' }, 'https://snak.dk', 'https://i.snak.dk/inbox'],
])('with %j the addresses are those a person can open', (env, citizens, staff) => {
  const config = parseConfig({ INTAKE_DATA: 'd', ...env })
  expect([citizensAddress(config, 8081), staffAddress(config, 8081)]).toEqual([citizens, staff])
})
