import { createHash } from 'node:crypto'
import { closedOn } from '../../../core/calendar/closed-days.ts'
import { timeOf, weekdayOf } from '../../../core/calendar/days.ts'
import { describeError, type Log } from '../../log.ts'
import type { Notify } from '../../settings/notify.ts'
import type { Moment } from '../../store/moment.ts'
import type { Store } from '../../store/store.ts'
import { MailFault, type Mailer } from './mail.ts'
import { textOf } from './text.ts'

/** How often it is looked whether an hour has begun, and whether a mail server that was away answers again. */
const LOOK_MS = 60_000

type Parts = {
  readonly store: Pick<
    Store,
    'planNotices' | 'claimNotice' | 'noticeSent' | 'noticeFailed' | 'noticesWork' | 'noticesFailing'
  >
  readonly notify: Notify
  readonly mailer: Mailer
  readonly at: () => Moment
  readonly log: Log
}

/** Whether mail may go out: a day and an hour that are set, and no closed day. */
export function isOpen({ days, hours, closed }: Notify, { today, now }: Moment): boolean {
  const hour = Number(timeOf(now).slice(0, 2))
  return (
    days.includes(weekdayOf(today) + 1) &&
    hour >= hours.first &&
    hour <= hours.last &&
    closedOn(today) === null &&
    !closed.includes(today)
  )
}

/**
 * Tells members by mail that there is something, once in each hour that is set. What cannot be sent stays in the store and
 * is tried at the next look; the log says so, once for as long as the server is away.
 *
 * @returns stops it, once the mail that is under way is sent.
 */
export function notifyHourly(parts: Parts): () => Promise<void> {
  const { at, log } = parts
  let looking: Promise<void> | null = null
  let isStopped = false
  const look = createLook(parts, () => isStopped)

  function lookOnce(): void {
    looking ??= look()
      .catch((error: unknown) => {
        if (!isStopped)
          log({ event: 'broken', on: at().today, method: 'TIMER', route: 'notices', ...describeError(error) })
      })
      .finally(() => {
        looking = null
      })
  }

  lookOnce()
  const timer = setInterval(lookOnce, LOOK_MS)
  timer.unref()
  return async () => {
    isStopped = true
    clearInterval(timer)
    await looking
  }
}

/** One look: plans the mails of this hour, and sends those that are due. */
export function createLook(
  { store, notify, mailer, at, log }: Parts,
  isStopped: () => boolean = () => false,
): () => Promise<void> {
  const to = notify.to.map(({ name, leader }) => ({ who: name, leader }))
  /** What was last logged as wrong, so that it is logged once. */
  let told: string | null = null

  async function send(one: Notify['to'][number]): Promise<'sent' | 'nothing' | MailFault> {
    const notice = await store.claimNotice(one.name, at())
    if (notice === null) return 'nothing'
    const letter = {
      from: notify.from,
      to: one.mail,
      ...textOf(notice, one.language, at().today),
      messageId: messageId(one.name, notice.serial, notify.from),
    }
    try {
      await mailer.send(letter)
    } catch (error) {
      await store.noticeFailed(one.name, at())
      if (error instanceof MailFault) return error
      throw error
    }
    await store.noticeSent(one.name, notice.serial, at())
    return 'sent'
  }

  function tell(fault: MailFault, name: string): void {
    const where = fault.isAboutOne ? ` (${name})` : ''
    const says = fault.isAboutOne
      ? `the mail server does not take the address that NOTIFY_FILE gives for ${name}`
      : 'the mail server does not take notices: they wait, and are tried each minute'
    if (told === fault.code + where) return
    told = fault.code + where
    log({ event: 'mail', on: at().today, isSent: false, error: fault.code, says })
  }

  return async () => {
    if (!isOpen(notify, at())) return
    await store.planNotices(to, at())
    let isFaulty = false
    let isAway = false
    for (const one of notify.to) {
      if (isStopped() || isAway) break
      const result = await send(one)
      if (!(result instanceof MailFault)) continue
      tell(result, one.name)
      isFaulty = true
      isAway = !result.isAboutOne
    }
    if (isFaulty || isStopped()) return
    if ((await store.noticesFailing()) !== null) {
      // What waited has been dealt with meanwhile: whether the server is back shows by asking it.
      try {
        await mailer.verify()
      } catch (error) {
        if (!(error instanceof MailFault)) throw error
        tell(error, '')
        return
      }
      await store.noticesWork()
    }
    if (told === null) return
    told = null
    log({ event: 'mail', on: at().today, isSent: true })
  }
}

/** Neither name nor address can be read out of it (RFC 5322, section 3.6.4). */
function messageId(name: string, serial: number, from: string): string {
  const hash = createHash('sha256').update(`${name} ${serial} ${from}`).digest('hex').slice(0, 32)
  return `<${hash}@${from.slice(from.indexOf('@') + 1)}>`
}
