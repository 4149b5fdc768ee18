import { dayOf } from '../core/calendar/days.ts'
import { answerByHost } from './http/by-host.ts'
import { createMetrics } from './http/metrics.ts'
import { inLanes } from './in-lanes.ts'
import { oneAfterAnother } from './jobs/sweeping.ts'
import { tryAgain } from './jobs/trying-again.ts'
import { listenWith, type Running } from './listening.ts'
import { type Log, logToStdout } from './log.ts'
import { refusalOf } from './refusal.ts'
import { type Opened, openParts, type Service, serviceOver, type StartOptions } from './service.ts'
import type { Config } from './settings/config.ts'
import type { Named } from './settings/municipalities.ts'
import { SettingError } from './settings/setting-error.ts'

/** Connections to PostgreSQL that several municipalities in one process have together, and each of them. */
const CONNECTIONS_TOGETHER = 100
const MOST_CONNECTIONS = 10
const LEAST_CONNECTIONS = 2

/** As many municipalities are opened at once at the start: opening a store is waiting for its database more than work. */
const OPENED_AT_ONCE = 8
/** One that could not start is tried again so often. */
const AGAIN_MS = 60_000

type Options = Pick<StartOptions, 'log' | 'now'> & { readonly againMs?: number }

/**
 * Several municipalities in one process, on one port, by host name. They share nothing but the program: each has its
 * own keys, pages, store, limits and log lines. One that cannot start is named in the log and not served, and tried again
 * each minute; the others are served.
 *
 * @throws SettingError when none can be served
 */
export async function startSeveral(
  municipalities: readonly Named[],
  { log = logToStdout, now = Date.now, againMs = AGAIN_MS }: Options = {},
): Promise<Running> {
  const [{ config: common } = { config: null }] = municipalities
  if (common === null) throw new SettingError('MUNICIPALITIES', 'names none')
  const metrics = common.metricsPort === null ? null : createMetrics()
  const { open, take } = opening(municipalities.length, { log, now, metrics })

  const opened = await inLanes(OPENED_AT_ONCE, municipalities, open)
  const served: { readonly one: Named; readonly service: Service }[] = []
  const refused: Named[] = []
  // In the order of the list: who comes first into an empty store begins the list of members there.
  for (const [n, one] of municipalities.entries()) {
    const parts = opened[n] ?? null
    const service = parts && (await take(one, parts))
    if (service === null) refused.push(one)
    else served.push({ one, service })
  }
  const [first, ...others] = served.map(({ service }) => service)
  if (first === undefined) throw new SettingError('MUNICIPALITIES', 'names none that can start: see the log')
  const hosted = answerByHost(
    served.map(({ one, service }) => hostedAs(one, service)),
    () => metrics?.counterFor('')('', '', 421),
  )
  const running = await listenWith([first, ...others], { ...common, host: oneAddressOf(common) }, metrics)
  const again = tryAgain(refused.filter(mayStartLater), againMs, async (one, isStopped) => {
    const parts = await open(one)
    const service = parts && (await take(one, parts))
    if (service === null) return false
    if (isStopped()) {
      await service.close()
      return true
    }
    hosted.add(hostedAs(one, service))
    running.add(service)
    return true
  })
  return {
    ...running,
    async stop() {
      await Promise.all([again.stop(), running.stop()])
    },
  }
}

/**
 * Where several listen. For `localhost` Fastify opens a second server beside the one that answers for all, on ::1, which hands
 * every call to the first municipality, whatever name it is for: what is meant for another would lie in its store.
 */
const oneAddressOf = ({ host }: Config): string => (host === 'localhost' ? '127.0.0.1' : host)

/** How one of `howMany` is opened, and how it is taken in among those that are served; both log why they do not. */
function opening(
  howMany: number,
  { log, now, metrics }: { log: Log; now: () => number; metrics: ReturnType<typeof createMetrics> | null },
) {
  const shared = {
    inTurn: oneAfterAnother(),
    connections: Math.min(
      MOST_CONNECTIONS,
      Math.max(LEAST_CONNECTIONS, Math.floor(CONNECTIONS_TOGETHER / howMany)),
    ),
  }
  const logOf =
    (name: string): Log =>
    entry => {
      log({ ...entry, municipality: name })
    }
  /** What was last logged of each: a minute later it is mostly the same. */
  const told = new Map<string, string>()
  function refuse(name: string, error: unknown): null {
    metrics?.watch(name, { ready: () => Promise.reject(new Error('it is not served')) })
    const refusal = refusalOf(error)
    if (told.get(name) === refusal.why) return null
    told.set(name, refusal.why)
    logOf(name)({ event: 'refused', on: dayOf(now()), ...refusal })
    return null
  }
  /** By the store's own id: two addresses that read differently may lead to one. The first in the list is served. */
  const stores = new Map<string, string>()

  return {
    open: async ({ name, config, problems }: Named): Promise<Opened | null> => {
      const count = metrics?.counterFor(name)
      try {
        if (problems[0] !== undefined) throw problems[0]
        const options = { config, log: logOf(name), now, shared, ...(count && { onAnswer: count }) }
        return await openParts(options)
      } catch (error) {
        return refuse(name, error)
      }
    },
    take: async ({ name }: Named, opened: Opened): Promise<Service | null> => {
      const { store } = opened
      try {
        const id = await store.id()
        const other = stores.get(id)
        if (other !== undefined)
          throw new SettingError('MUNICIPALITIES', `gives ${other} and ${name} the same store`)
        const service = await serviceOver(opened)
        stores.set(id, name)
        told.delete(name)
        metrics?.watch(name, store)
        return service
      } catch (error) {
        await store.close()
        return refuse(name, error)
      }
    },
  }
}

/** What is wrong in the list itself stays so until it is read again, at a restart. */
const mayStartLater = ({ problems }: Named): boolean => problems.length === 0

const hostedAs = ({ config }: Named, { app }: Service) => ({ app, hosts: hostsOf(config) })

/** The names under which a municipality is reached. */
function hostsOf({ origin, inboxHost }: Config): string[] {
  return [...(origin === null ? [] : [new URL(origin).hostname]), ...(inboxHost === null ? [] : [inboxHost])]
}
