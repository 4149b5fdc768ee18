import { inMemory } from '../offline/unsaved.ts'
import { openChannel, type Channel } from '../phone/channel.ts'
import { alone as aloneAs } from '../phone/locks.ts'
import { isOnline } from '../phone/online.ts'
import type { Solve } from '../../client/prove.ts'
import * as store from './store.ts'
import type { OnThePhone, Outcome, SealedTo, Standing, TakenBack, Waiting } from './types.ts'

/** The tag of Background Sync. */
export const SYNC_TAG = 'outbox'

/** A try has ended. */
export type OutboxEvent = { readonly id: string; readonly outcome: Outcome }
/** What tabs and the service worker tell each other; without an outcome something was put in, taken out or shown. */
type News =
  | { readonly id: string; readonly outcome?: Outcome; readonly gone?: TakenBack }
  | { readonly forgotten: true }

/** Why each waited at its last try: what shows it may come only after that. */
const whys = new Map<string, Extract<Outcome, { kind: 'waiting' }>['why']>()
const listeners = new Set<(news: News) => void>()
let channel: Channel<News> | null = null

/** Opened when first needed: pages are also rendered where there is nobody to hear. */
const others = (): Channel<News> => (channel ??= openChannel<News>('outbox', hear))

function hear(news: News): void {
  if ('outcome' in news && news.outcome.kind === 'waiting') whys.set(news.id, news.outcome.why)
  for (const listener of listeners) listener(news)
}

/** Hears how each try ended, in whichever tab or worker. Returns how to stop listening. */
export function onOutbox(listener: (event: OutboxEvent) => void): () => void {
  return onOutboxChange(news => {
    if ('outcome' in news) listener({ id: news.id, outcome: news.outcome })
  })
}

/** Hears that a message was taken back, in whichever tab. Returns how to stop listening. */
export function onTakenBack(listener: (id: string, how: TakenBack) => void): () => void {
  return onOutboxChange(news => {
    if ('id' in news && news.gone) listener(news.id, news.gone)
  })
}

/** Hears that `standings` may be others now. Returns how to stop listening. */
export function onOutboxChange(listener: (news: News) => void): () => void {
  others()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(news: News): void {
  others().tell(news)
  hear(news)
}

/** Says in every window that nothing is kept any more. Looking whether that is so would make the database again. */
export function tellForgotten(): void {
  tell({ forgotten: true })
}

/** Whether the phone does not tell what it keeps, so that more may wait than is known. */
export const isSilent = store.isSilent

/** Lets go of what waits in this page's memory. */
export const forgetMemory = store.forgetMemory

/** One tab or worker at a time; without locks (old browsers) the intake's memory of ids still keeps it to once. */
const alone = <T>(act: () => Promise<T>): Promise<T> => aloneAs('outbox', act)

/** Keeps it without trying: on the phone, or in this page where the phone refuses. */
export async function put(entry: Waiting, sealedTo: SealedTo): Promise<void> {
  await store.keep(entry, sealedTo)
  tell({ id: entry.id })
}

/** Tries this one. The answer is noted until `seen` is called: a page killed before it showed it shows it next time. */
export async function sendKept(id: string, solve: Solve): Promise<Outcome> {
  return alone(async () => {
    const kept = await store.find(id)
    if (kept) return attempt(kept, solve)
    // Another tab or the service worker was faster.
    const note = (await store.notes()).find(note => note.id === id)
    if (!note?.answer) throw new Error('what was to be sent is no longer on the phone')
    return { kind: 'sent', answer: note.answer }
  })
}

/** Tries all that waits and needs nobody; notes the answers until somebody has seen them. */
export async function flushAll(solve: Solve): Promise<Outcome[]> {
  return alone(async () => {
    const outcomes: Outcome[] = []
    for (const kept of await store.all())
      if (!kept.needs) outcomes.push(await attempt(kept, solve).catch(leftWaiting))
    return outcomes
  })
}

/** One that breaks keeps no other from being tried, and is itself tried again. */
function leftWaiting(error: unknown): Outcome {
  reportError(error)
  return { kind: 'waiting', why: 'server' }
}

/** What has left this page: the phone may refuse to write that down. */
const left = new Set<string>()

async function attempt(kept: OnThePhone, solve: Solve): Promise<Outcome> {
  const { id } = kept
  if (isOnline()) {
    left.add(id)
    if (!kept.tried) await store.change(id, { tried: true })
  }
  // Needed only when there is something to send; fetched with what seals, before that (request/send.ts).
  const { sendOnce } = await import('./send.ts')
  const outcome = await sendOnce(await store.asGiven(kept), kept.sealedTo, solve)
  if (outcome.kind === 'needs-you') {
    await store.change(id, { needs: { why: outcome.why } })
  } else if (outcome.kind === 'sent') {
    await store.exchange(id, outcome.answer, kept.slotIds.length > 0)
  }
  tell({ id, outcome })
  return outcome
}

/** All that has not been answered, oldest day first; without what the phone does not open, which waits all the same. */
export async function listWaiting(): Promise<Waiting[]> {
  const kept = await store.all()
  kept.sort((a, b) => a.madeOn.localeCompare(b.madeOn))
  const opened = await Promise.all(kept.map(one => store.unlessRefused(store.asGiven(one), null)))
  return opened.filter(one => one !== null)
}

/** Whether the request of a mailbox is still on this phone. @param mailbox SHA-256 of its token, base64url. */
export async function isWaitingHere(mailbox: string): Promise<boolean> {
  return (await store.all()).some(kept => kept.purpose === 'request' && kept.mailbox === mailbox)
}

/**
 * Takes it back. A try that is under way is let end first.
 *
 * @throws NoAnswer where the phone does not say whether it has it: then it may still be sent.
 * @returns `withdrawn`; `may-have-arrived` when a try had left the phone unanswered (with the code it can be withdrawn
 * at the intake); `already-sent` when it is not here any more.
 */
export async function withdrawWaiting(
  id: string,
): Promise<'withdrawn' | 'may-have-arrived' | 'already-sent'> {
  return alone(async () => {
    const kept = await store.find(id)
    if (!kept) return 'already-sent'
    await store.remove(id)
    const mayHaveArrived = (kept.tried || left.has(id)) && !kept.needs
    tell({ id, gone: mayHaveArrived ? 'taken-back' : 'withdrawn' })
    return mayHaveArrived ? 'may-have-arrived' : 'withdrawn'
  })
}

/** Lets something that needed somebody be tried again at the next flush. */
export async function tryAgain(id: string): Promise<void> {
  await store.change(id, { needs: null })
  tell({ id })
}

/** Where everything stands: what came through unseen, what waits, what needs somebody. */
export async function standings(): Promise<Standing[]> {
  // In this order: what arrives between the two looks is found twice, and not nowhere.
  const kept = await store.all()
  const sent = (await store.notes()).map(note => ({ ...note, at: 'sent' as const }))
  const here = kept
    .filter(({ id }) => !sent.some(note => note.id === id))
    .map(({ id, purpose, needs }): Standing => {
      return needs
        ? { id, purpose, at: 'needs-you', why: needs.why }
        : { id, purpose, at: 'waiting', why: whys.get(id) ?? null, inMemory: inMemory.has(id) }
    })
  return [...sent, ...here]
}

/** The answer has been shown; nothing of it stays. */
export async function seen(id: string): Promise<void> {
  await store.dropNote(id)
  tell({ id })
}
