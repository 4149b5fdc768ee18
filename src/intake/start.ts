import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { dayOf } from '../core/calendar/days.ts'
import type { Day } from '../core/contract/index.ts'
import type { Municipality } from '../core/facts/types.ts'
import { createApp } from './http/app.ts'
import type { Config } from './settings/config.ts'
import { listen } from './http/listen.ts'
import { answerByHost } from './http/by-host.ts'
import { createMetrics, listenForMetrics, type Metrics } from './http/metrics.ts'
import { describeError, type Log, logToStdout, type Tally } from './log.ts'
import type { AppSettings } from './http/parts.ts'
import type { Named } from './settings/municipalities.ts'
import { readNotify } from './settings/notify.ts'
import { SettingError } from './settings/setting-error.ts'
import { readSite, type Site } from './settings/site.ts'
import { openStore } from './store/open-store.ts'
import type { Moment } from './store/moment.ts'
import type { Store } from './store/store.ts'
import { createToday } from './today.ts'
import { createMailer } from './jobs/notices/mail.ts'
import { notifyHourly } from './jobs/notices/notifying.ts'
import { type InTurn, oneAfterAnother, sweepDaily } from './jobs/sweeping.ts'
import { readTeam, type Team } from './staff/team.ts'
import { keptTeam } from './staff/team-book.ts'

/** Callers still waiting for an answer get this long when the intake stops; containers are killed after ten. */
const STOP_MS = 8_000

/** Connections to PostgreSQL that several municipalities in one process have together, and each of them. */
const CONNECTIONS_TOGETHER = 100
const MOST_CONNECTIONS = 10
const LEAST_CONNECTIONS = 2

export type Running = {
  readonly app: FastifyInstance
  /** Where it listens, `http://127.0.0.1:8080`. */
  readonly address: string
  readonly team: Team
  /** Accepts no more, finishes what is under way, closes the store. Once; later calls wait for the first. */
  stop(): Promise<void>
}

export type StartOptions = {
  readonly config: Config
  /**
   * `municipality.required`, where the sources are at hand: production does not start while one of them is null.
   * A server without them goes by what the pages say of themselves (`build.json`).
   */
  readonly required?: Municipality['required']
  /** The built pages; read from `config.siteDir` when not given; null = serve none (development). */
  readonly site?: Site | null
  readonly log?: Log
  readonly now?: () => number
}

/** A municipality's service with its store open, not listening yet. */
type Service = {
  readonly app: FastifyInstance
  readonly team: Team
  readonly store: Store
  readonly log: Log
  readonly today: () => Day
  /** To be called once it listens: on a large store the first upkeep takes a while. */
  startUpkeep(): void
  /** Answers those under way, closes the store. @returns whether everybody had their answer in time */
  close(): Promise<boolean>
}

type ServiceOptions = StartOptions & {
  readonly onAnswer?: Tally['count']
  /** For several that share a machine and a database. */
  readonly shared?: { readonly inTurn: InTurn; readonly connections: number }
}

/**
 * Checks everything and opens the store.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting.
 */
async function openService(options: ServiceOptions): Promise<Service> {
  const { config, required = {}, log = logToStdout, now = Date.now, onAnswer, shared } = options
  const site = options.site === undefined ? await readSite(config.siteDir) : options.site
  const team = await readTeam(config.keysFile)
  refuseUnready({ config, required, team, site })
  const mail = config.notices && (await readMail(config.notices))

  const today = createToday(now)
  const at = (): Moment => ({ today: today(), now: now() })
  const { retention } = config
  const store = await openStore(config.store, {
    closing: retention,
    ...(site?.limits && { limits: site.limits }),
    ...(shared && { connections: shared.connections }),
    onFault(route, error) {
      log({ event: 'broken', on: today(), method: 'TIMER', route, ...describeError(error) })
    },
  })
  try {
    const { recipients, fingerprint } = team
    const book = await keptTeam(store, team)
    const settings = settingsOf(config)
    const parts = { store, now, today, log, settings, recipients, fingerprint, team: book, site }
    const app = createApp({ ...parts, ...(onAnswer && { onAnswer }) })
    let stopSweeping = (): void => undefined
    let stopNotices = (): Promise<void> => Promise.resolve()
    return {
      app,
      team,
      store,
      log,
      today,
      startUpkeep() {
        stopSweeping = sweepDaily({ store, retention, at, log, ...(shared && { inTurn: shared.inTurn }) })
        if (mail) stopNotices = notifyHourly({ ...mail, store, at, log })
      },
      async close() {
        stopSweeping()
        // A mail under way is noted as sent before the store closes, or it would go out again.
        const [inTime] = await Promise.all([
          closeInTime(app),
          Promise.race([stopNotices(), wait(STOP_MS, undefined, { ref: false })]),
        ])
        await store.close()
        return inTime
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Checks everything, opens the store, listens.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting.
 */
export async function startIntake(options: StartOptions): Promise<Running> {
  const { metricsPort } = options.config
  const metrics = metricsPort === null ? null : createMetrics()
  const service = await openService({ ...options, ...(metrics && { onAnswer: metrics.counterFor('') }) })
  metrics?.watch('', service.store)
  return listenWith([service], options.config, metrics)
}

/** Lets services listen on one port; the first one's server answers for all. */
async function listenWith(
  services: readonly [Service, ...Service[]],
  config: Pick<Config, 'port' | 'host' | 'metricsPort'>,
  metrics: Metrics | null,
): Promise<Running> {
  const [{ app, team }] = services
  try {
    await listen(app, config)
    const watched = metrics && (await listenForMetrics(metrics, config.metricsPort ?? 0))
    const address = addressOf(app)
    for (const one of services) {
      one.log({ event: 'started', on: one.today(), address, demo: one.team.demo })
      one.startUpkeep()
    }
    let stopped: Promise<void> | undefined
    async function stop(): Promise<void> {
      watched?.close()
      for (const one of services) one.log({ event: 'stopped', on: one.today(), inTime: await one.close() })
    }
    return { app, address, team, stop: () => (stopped ??= stop()) }
  } catch (error) {
    for (const one of services) await one.close()
    throw error
  }
}

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

/** @throws SettingError when the keys, the pages and the municipality's answers do not make a service one may offer. */
function refuseUnready(parts: {
  config: Config
  required: Partial<Municipality['required']>
  team: Team
  site: Site | null
}): void {
  const { config, required, team, site } = parts
  if (site && site.fingerprint !== team.fingerprint) {
    throw new SettingError(
      'KEYS_FILE',
      'has other keys than the pages were built with: run "npm run build" with this keys file, then start again',
    )
  }
  if (!config.production) return
  if (team.demo || site?.demo === true) {
    throw new SettingError(
      'KEYS_FILE',
      'holds demo keys, which anybody on this machine can read: run "npm run keys", build again, then start',
    )
  }
  const missing = Object.entries(required).flatMap(([name, answer]) => (answer === null ? [name] : []))
  if (missing.length > 0) {
    throw new SettingError(
      'NODE_ENV',
      `is production, but the municipality has not answered ${missing.join(', ')}: ` +
        'fill them in as docs/before-launch.md says, build again, then start',
    )
  }
  if (site && site.missing.length > 0) {
    throw new SettingError(
      'SITE_DIR',
      `holds pages built before the municipality had answered ${site.missing.join(', ')}: build again, then start`,
    )
  }
}

/** Whom to tell by mail, and through what. @throws SettingError when the list is not as it must be */
async function readMail({ smtp, file }: NonNullable<Config['notices']>) {
  return { notify: await readNotify(file), mailer: createMailer(smtp) }
}

function settingsOf(config: Config): AppSettings {
  const { origin, inboxHost, trustProxy, proofSecret, securityContact } = config
  const https = origin?.startsWith('https:') === true
  return {
    trustProxy,
    inboxHost,
    https,
    staffOrigin: inboxHost === null ? origin : https ? `https://${inboxHost}` : null,
    ...(proofSecret !== null && { proofSecret }),
    ...(securityContact !== null && { securityContact }),
  }
}

/** @returns whether everybody had their answer before connections were cut. */
async function closeInTime(app: FastifyInstance): Promise<boolean> {
  let inTime = true
  const timer = setTimeout(() => {
    inTime = false
    app.server.closeAllConnections()
  }, STOP_MS)
  await app.close()
  clearTimeout(timer)
  return inTime
}

function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo // listening on TCP, so it is one
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
