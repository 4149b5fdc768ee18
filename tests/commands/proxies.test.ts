import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { STAFF_PATH } from '../../src/core/contract/calls.ts'
import type * as Server from '../../src/intake/http/server.ts'
import { startTestIntake } from '../intake/http/intake.ts'

/** What the intake's own server was told of each route. */
const routes = vi.hoisted((): { url: string; bodyLimit?: number | undefined }[] => [])
vi.mock('../../src/intake/http/server.ts', async original => {
  const real = await original<typeof Server>()
  return {
    ...real,
    createServer: (parts: Parameters<typeof Server.createServer>[0]) => {
      const app = real.createServer(parts)
      app.addHook('onRoute', ({ url, bodyLimit }) => {
        routes.push({ url, bodyLimit })
      })
      return app
    },
  }
})

const root = resolve(import.meta.dirname, '../..')
const textOf = (file: string): Promise<string> => readFile(join(root, file), 'utf8')

/** The largest body, in KiB, that any call of the desk may have, and any other. */
async function largest(): Promise<{ desk: number; others: number }> {
  routes.length = 0
  const { app } = await startTestIntake()
  const preset = app.initialConfig.bodyLimit ?? NaN
  const among = (isDesk: boolean): number =>
    Math.max(
      ...routes
        .filter(({ url }) => url.startsWith(`${STAFF_PATH}/`) === isDesk)
        .map(({ bodyLimit = preset }) => bodyLimit / 1024),
    )
  return { desk: among(true), others: among(false) }
}

// What they do is tried by tests/drills/switch.ts and operations-page.ts, with real nginx; it is not on every machine.
test('the proxies keep no connection that a release closes as it ends', async () => {
  expect(await textOf('deploy/nginx.conf')).not.toMatch(/^\s*keepalive \d|Connection ""/m)
  expect(await textOf('deploy/Caddyfile')).toMatch(/keepalive off/)
})

test('the proxies let through the largest body that the intake takes, of the desk and of others, and hold it in memory', async () => {
  const { desk, others } = await largest()
  expect(desk).toBeGreaterThan(others)
  const [outside = '', inside = ''] = (await textOf('deploy/nginx.conf')).split(
    `location ^~ ${STAFF_PATH}/ {`,
  )
  for (const [text, kib] of [
    [outside, others],
    [inside.slice(0, inside.indexOf('}')), desk],
  ] as const) {
    const size = (name: string): number => Number(new RegExp(`${name} (\\d+)k;`).exec(text)?.[1])
    expect(size('client_max_body_size')).toBe(kib)
    expect(size('client_body_buffer_size')).toBeGreaterThan(kib)
  }

  const caddy = await textOf('deploy/Caddyfile')
  const limit = (matcher: string): number =>
    Number(new RegExp(`request_body ${matcher} \\{\\s*max_size (\\d+)KiB\\s*\\}`).exec(caddy)?.[1])
  expect(caddy).toContain(`@desk path ${STAFF_PATH}/*\n`)
  expect(caddy).toContain(`@others not path ${STAFF_PATH}/*\n`)
  expect([limit('@desk'), limit('@others')]).toEqual([desk, others])

  const page = (await textOf('docs/operations.md')).replaceAll(/\s+/g, ' ')
  expect(page).toContain(
    `Allow bodies of ${desk} KiB below \`${STAFF_PATH}/\`, of ${others} KiB elsewhere, and give 60 seconds for one.`,
  )
})
