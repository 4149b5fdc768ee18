import { dayOf } from '../core/calendar/days.ts'
import { answerByHost } from './http/by-host.ts'
import { createMetrics } from './http/metrics.ts'
import { oneAfterAnother } from './jobs/sweeping.ts'
import { listenWith, type Running } from './listening.ts'
import { type Log, logToStdout } from './log.ts'
import { openParts, type Service, serviceOver, type StartOptions } from './service.ts'
import type { Config } from './settings/config.ts'
import type { Named } from './settings/municipalities.ts'
import { SettingError } from './settings/setting-error.ts'

/** Connections to PostgreSQL that several municipalities in one process have together, and each of them. */
const CONNECTIONS_TOGETHER = 100
const MOST_CONNECTIONS = 10
const LEAST_CONNECTIONS = 2

/** As many municipalities are opened at once at the start. */
const OPENED_AT_ONCE = 8

/**
 * Several municipalities in one process, on one port, by host name. They share nothing but the program: each has its
 * own keys, pages, store, limits and log lines. One that cannot start is told in the log and not served; the others are.
 *
 * @throws SettingError when none can be served
 */
export async function startSeveral(
  municipalities: readonly Named[],
  { log = logToStdout, now = Date.now }: Pick<StartOptions, 'log' | 'now'> = {},
): Promise<Running> {
  const [{ config: common } = { config: null }] = municipalities
  if (common === null) throw new SettingError('MUNICIPALITIES', 'names none')
  const shared = {
    inTurn: oneAfterAnother(),
    connections: Math.min(
      MOST_CONNECTIONS,
      Math.max(LEAST_CONNECTIONS, Math.floor(CONNECTIONS_TOGETHER / municipalities.length)),
    ),
  }
  const logOf =
    (name: string): Log =>
    entry => {
      log({ ...entry, municipality: name })
    }
  const refuse = (name: string, { setting, message }: SettingError): void => {
    logOf(name)({ event: 'refused', on: dayOf(now()), setting, why: message })
  }
  const metrics = common.metricsPort === null ? null : createMetrics()
  const opened = await inLanes(municipalities, async ({ name, config, problems }) => {
    const count = metrics?.counterFor(name)
    try {
      if (problems[0] !== undefined) throw problems[0]
      const parts = { config, log: logOf(name), now, shared, ...(count && { onAnswer: count }) }
      return { name, config, parts: await openParts(parts) }
    } catch (error) {
      if (!(error instanceof SettingError)) throw error
      refuse(name, error)
      return null
    }
  })
  const open: { service: Service; config: Config }[] = []
  /** By the store's own id: two addresses that read differently may lead to one. The first in the list is served. */
  const stores = new Map<string, string>()
  // In the order of the list: who comes first into an empty store begins the list of members there.
  for (const one of opened) {
    if (one === null) continue
    const { name, config, parts } = one
    try {
      const id = await parts.store.id()
      const other = stores.get(id)
      if (other !== undefined)
        throw new SettingError('MUNICIPALITIES', `gives ${other} and ${name} the same store`)
      const service = await serviceOver(parts)
      stores.set(id, name)
      metrics?.watch(name, service.store)
      open.push({ service, config })
    } catch (error) {
      await parts.store.close()
      if (!(error instanceof SettingError)) throw error
      refuse(name, error)
    }
  }
  const [first, ...others] = open.map(({ service }) => service)
  if (first === undefined) throw new SettingError('MUNICIPALITIES', 'names none that can start: see the log')
  await Promise.all(open.map(({ service }) => service.app.ready()))
  answerByHost(open.map(({ service, config }) => ({ app: service.app, hosts: hostsOf(config) })))
  return listenWith([first, ...others], common, metrics)
}

/** Opening a store is waiting for its database more than work: some are opened at once. Keeps the order. */
async function inLanes<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const left = [...all.entries()]
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, lane))
  return results
}

/** The names under which a municipality is reached. */
function hostsOf({ origin, inboxHost }: Config): string[] {
  return [...(origin === null ? [] : [new URL(origin).hostname]), ...(inboxHost === null ? [] : [inboxHost])]
}
