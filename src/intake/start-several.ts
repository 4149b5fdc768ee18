import { dayOf } from '../core/calendar/days.ts'
import { answerByHost } from './http/by-host.ts'
import { createMetrics } from './http/metrics.ts'
import { oneAfterAnother } from './jobs/sweeping.ts'
import { listenWith, type Running } from './listening.ts'
import { type Log, logToStdout } from './log.ts'
import { openService, type Service, type StartOptions } from './service.ts'
import type { Config } from './settings/config.ts'
import type { Named } from './settings/municipalities.ts'
import { SettingError } from './settings/setting-error.ts'

/** Connections to PostgreSQL that several municipalities in one process have together, and each of them. */
const CONNECTIONS_TOGETHER = 100
const MOST_CONNECTIONS = 10
const LEAST_CONNECTIONS = 2

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
  const metrics = common.metricsPort === null ? null : createMetrics()
  const open: { service: Service; config: Config }[] = []
  /** By the store's own id: two addresses that read differently may lead to one. */
  const stores = new Map<string, string>()
  for (const { name, config, problems } of municipalities) {
    const ownLog: Log = entry => {
      log({ ...entry, municipality: name })
    }
    const count = metrics?.counterFor(name)
    try {
      if (problems[0] !== undefined) throw problems[0]
      const service = await openService({
        config,
        log: ownLog,
        now,
        shared,
        ...(count && { onAnswer: count }),
      })
      const id = await service.store.id()
      const other = stores.get(id)
      if (other !== undefined) {
        await service.close()
        throw new SettingError('MUNICIPALITIES', `gives ${other} and ${name} the same store`)
      }
      stores.set(id, name)
      metrics?.watch(name, service.store)
      open.push({ service, config })
    } catch (error) {
      if (!(error instanceof SettingError)) throw error
      ownLog({ event: 'refused', on: dayOf(now()), setting: error.setting, why: error.message })
    }
  }
  const [first, ...others] = open.map(({ service }) => service)
  if (first === undefined) throw new SettingError('MUNICIPALITIES', 'names none that can start: see the log')
  await Promise.all(open.map(({ service }) => service.app.ready()))
  answerByHost(open.map(({ service, config }) => ({ app: service.app, hosts: hostsOf(config) })))
  return listenWith([first, ...others], common, metrics)
}

/** The names under which a municipality is reached. */
function hostsOf({ origin, inboxHost }: Config): string[] {
  return [...(origin === null ? [] : [new URL(origin).hostname]), ...(inboxHost === null ? [] : [inboxHost])]
}
