import type { RequestAnswer } from '../../core/contract/index.ts'
import * as contract from '../../core/contract/index.ts'
import { database } from '../kept/database.ts'
import { deviceKey, lock, unlock } from '../kept/device-key.ts'
import type { OnThePhone, SealedTo, Waiting } from './types.ts'

const KEY = 'outbox'

/** Puts it on the phone; when this has returned it survives the browser being killed. */
export async function keep(entry: Waiting, sealedTo: SealedTo): Promise<void> {
  const mailbox =
    entry.purpose === 'message' ? await lock(await deviceKey(KEY), entry.mailbox) : entry.mailbox
  const db = await database()
  const writing = db.transaction('waiting', 'readwrite', { durability: 'strict' })
  await writing.store.put({ ...entry, slotIds: [...entry.slotIds], mailbox, sealedTo, tried: false })
  await writing.done
}

/** What waits as it was given to `keep`. */
export async function asGiven(kept: OnThePhone): Promise<Waiting> {
  const { id, sealed, slotIds, madeOn, purpose } = kept
  const mailbox =
    typeof kept.mailbox === 'string' ? kept.mailbox : await unlock(await deviceKey(KEY), kept.mailbox)
  return { id, sealed, mailbox, slotIds, madeOn, purpose }
}

export async function find(id: string): Promise<OnThePhone | undefined> {
  return (await database()).get('waiting', id)
}

export async function all(): Promise<OnThePhone[]> {
  return (await database()).getAll('waiting')
}

export async function change(id: string, to: Partial<Pick<OnThePhone, 'tried' | 'needs'>>): Promise<void> {
  const writing = (await database()).transaction('waiting', 'readwrite')
  const kept = await writing.store.get(id)
  if (kept) await writing.store.put({ ...kept, ...to })
  await writing.done
}

/** Tries it again although it needed somebody. */
export async function clearNeed(id: string): Promise<void> {
  const writing = (await database()).transaction('waiting', 'readwrite')
  const kept = await writing.store.get(id)
  if (kept) {
    const rest: { needs?: OnThePhone['needs'] } & OnThePhone = { ...kept }
    delete (rest as { needs?: unknown }).needs
    await writing.store.put(rest)
  }
  await writing.done
}

export async function remove(id: string): Promise<void> {
  await (await database()).delete('waiting', id)
}

/** An answer that nobody has seen yet replaces what waited, in one act: never both, never neither. */
export async function exchange(id: string, answer: RequestAnswer, wished: boolean): Promise<void> {
  const locked = await lockAnswer(answer, wished)
  const writing = (await database()).transaction(['waiting', 'noted'], 'readwrite')
  await writing.objectStore('noted').put({ id, answer: locked })
  await writing.objectStore('waiting').delete(id)
  await writing.done
}

async function lockAnswer(
  answer: RequestAnswer,
  wished: boolean,
): Promise<Awaited<ReturnType<typeof lock>> | null> {
  try {
    return await lock(await deviceKey(KEY), JSON.stringify({ answer, wished }))
  } catch (error) {
    // Some private windows keep no keys: then only that it was sent is remembered, not the time.
    if (error instanceof DOMException) return null
    throw error
  }
}

export type Note = { readonly id: string; readonly answer: RequestAnswer | null; readonly wished: boolean }

export async function notes(): Promise<Note[]> {
  const read: Note[] = []
  for (const { id, answer } of await (await database()).getAll('noted')) {
    if (!answer) {
      read.push({ id, answer: null, wished: false })
      continue
    }
    const { answer: told, wished } = JSON.parse(await unlock(await deviceKey(KEY), answer)) as {
      answer: unknown
      wished: boolean
    }
    read.push({ id, answer: contract.requestAnswer.safeParse(told).data ?? null, wished })
  }
  return read
}

/** Takes the note of an answer away, once it has been shown. */
export async function dropNote(id: string): Promise<void> {
  await (await database()).delete('noted', id)
}
