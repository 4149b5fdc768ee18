import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Day } from '../core/contract/index.ts'
import type { Municipality } from '../core/facts/types.ts'
import { createApp } from './http/app.ts'
import type { AppSettings } from './http/parts.ts'
import { createMailer } from './jobs/notices/mail.ts'
import { notifyHourly } from './jobs/notices/notifying.ts'
import { type InTurn, sweepDaily } from './jobs/sweeping.ts'
import { describeError, type Log, logToStdout, type Tally } from './log.ts'
import type { Config } from './settings/config.ts'
import { readNotify } from './settings/notify.ts'
import { refuseUnready } from './settings/refuse-unready.ts'
import { readSite, type Site } from './settings/site.ts'
import { keptTeam } from './staff/team-book.ts'
import { readTeam, type Team } from './staff/team.ts'
import type { Moment } from './store/moment.ts'
import { holdFolder } from './store/sqlite-hold.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { createToday } from './today.ts'

/** Callers still waiting for an answer get this long when the intake stops; containers are killed after ten. */
const STOP_MS = 8_000

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
export type Service = {
  readonly app: FastifyInstance
  readonly team: Team
  readonly store: Store
  readonly log: Log
  readonly today: () => Day
  /** To be called once it listens: on a large store the first upkeep takes a while. */
  startUpkeep(): void
  /** Ends upkeep and mails; resolves when none is under way, or after 8 seconds. `close` does it too. */
  endUpkeep(): Promise<void>
  /** Answers those under way, closes the store. @returns whether everybody had their answer in time */
  close(): Promise<boolean>
}

type ServiceOptions = StartOptions & {
  readonly onAnswer?: Tally['count']
  /** For several that share a machine and a database. */
  readonly shared?: { readonly inTurn: InTurn; readonly connections: number }
}

/** A municipality's settings, keys and pages, found in order, and its store, open. */
export type Opened = {
  readonly options: ServiceOptions
  readonly site: Site | null
  readonly team: Team
  readonly mail: Awaited<ReturnType<typeof readMail>> | null
  readonly store: Store
  readonly today: () => Day
}

/**
 * Checks everything and opens the store; what is in it is left alone.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting.
 */
export async function openParts(options: ServiceOptions): Promise<Opened> {
  const { config, required = {}, log = logToStdout, now = Date.now, shared } = options
  const site = options.site === undefined ? await readSite(config.siteDir) : options.site
  const team = await readTeam(config.keysFile)
  refuseUnready({ config, required, team, site })
  const mail = config.notices && (await readMail(config.notices))
  const today = createToday(now)
  const store = await openStore(config.store, {
    closing: config.retention,
    ...(site?.limits && { limits: site.limits }),
    ...(shared && { connections: shared.connections }),
    onFault(route, error) {
      log({ event: 'broken', on: today(), method: 'TIMER', route, ...describeError(error) })
    },
  })
  return { options, site, team, mail, store, today }
}

/**
 * The service over a store that is open; the caller closes the store where it is refused.
 *
 * @throws SettingError when the keys file is not of the store's team, or another process serves the folder
 */
export async function serviceOver(opened: Opened): Promise<Service> {
  const { options, team, mail, store, today } = opened
  const { config, log = logToStdout, now = Date.now, shared } = options
  const { retention } = config
  const at = (): Moment => ({ today: today(), now: now() })
  const hold = 'dataDir' in config.store ? await holdFolder(config.store.dataDir) : null
  const app = await appOver(opened).catch((error: unknown) => {
    hold?.release()
    throw error
  })
  let stopSweeping = (): void => undefined
  let stopNotices = (): Promise<void> => Promise.resolve()
  let upkeepEnds: Promise<void> | null = null
  function endUpkeep(): Promise<void> {
    stopSweeping()
    return (upkeepEnds ??= Promise.race([stopNotices(), wait(STOP_MS, undefined, { ref: false })]))
  }
  return {
    app,
    team,
    store,
    log,
    today,
    endUpkeep,
    startUpkeep() {
      stopSweeping = sweepDaily({ store, retention, at, log, ...(shared && { inTurn: shared.inTurn }) })
      if (mail) stopNotices = notifyHourly({ ...mail, store, at, log })
    },
    async close() {
      // A mail under way is noted as sent before the store closes, or it would go out again.
      const [inTime] = await Promise.all([closeInTime(app), endUpkeep()])
      await store.close()
      hold?.release()
      return inTime
    },
  }
}

/** What answers, with the team as the store has it; no call is answered yet. */
async function appOver({ options, site, team, store, today }: Opened): Promise<FastifyInstance> {
  const { config, log = logToStdout, now = Date.now, onAnswer } = options
  const { recipients, fingerprint } = team
  const book = await keptTeam(store, team)
  const settings = settingsOf(config)
  const parts = { store, now, today, log, settings, recipients, fingerprint, team: book, site }
  const app = createApp({ ...parts, ...(onAnswer && { onAnswer }) })
  await app.ready()
  return app
}

/** `openParts`, then `serviceOver`. @throws as both */
export async function openService(options: ServiceOptions): Promise<Service> {
  const opened = await openParts(options)
  try {
    return await serviceOver(opened)
  } catch (error) {
    await opened.store.close()
    throw error
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
    ...(proofSecret !== null && { proofSecret: ownSecret(proofSecret, origin) }),
    ...(securityContact !== null && { securityContact }),
  }
}

/**
 * PROOF_SECRET is one for all municipalities of a process: bound to the address, so that a proof or a nonce that one has
 * given is worth nothing at another.
 */
function ownSecret(secret: string, origin: string | null): string {
  return createHmac('sha256', secret)
    .update(`foerste-snak ${origin ?? ''}`)
    .digest('base64url')
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
