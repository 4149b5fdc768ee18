import type { RequestAnswer } from '../../core/contract/index.ts'
import { withDatabase } from '../kept/database.ts'
import { deviceKey, lock, unlock } from '../kept/device-key.ts'
import type { Locked } from '../kept/locked.ts'
import { inMemory } from '../offline/unsaved.ts'
import { NoAnswer, orElse, Refused } from '../phone/refused.ts'
import type { OnThePhone, SealedTo, Waiting } from './types.ts'

export { isSilent } from '../kept/database.ts'

const KEY = 'outbox'

// Everything below looks in memory too, so that sending, waiting and taking back are the same with and without storage.

/** Lets go of what waits in this page's memory. */
export function forgetMemory(): void {
  inMemory.clear()
}

/** Puts it on the phone, where it survives the browser being killed; where the phone refuses, in this page's memory. */
export async function keep(entry: Waiting, sealedTo: SealedTo): Promise<void> {
  const kept = { ...entry, slotIds: [...entry.slotIds], sealedTo, tried: false }
  try {
    const mailbox =
      entry.purpose === 'message' ? await lock(await deviceKey(KEY), entry.mailbox) : entry.mailbox
    await write({ ...kept, mailbox })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    inMemory.set(entry.id, kept)
  }
}

async function write(kept: OnThePhone): Promise<void> {
  let abort = (): void => undefined
  try {
    await withDatabase(async db => {
      const writing = db.transaction('waiting', 'readwrite', { durability: 'strict' })
      abort = () => {
        orElse(() => {
          writing.abort()
        }, undefined)
      }
      await whole(writing.done, () => writing.store.put(kept))
    })
  } catch (error) {
    abort() // what is given up must not be kept later: it could be sent after it was taken back
    throw error
  }
}

/** What waits as it was given to `keep`. @throws Refused where its key is gone. */
export async function asGiven(kept: OnThePhone): Promise<Waiting> {
  const { id, sealed, slotIds, madeOn, purpose } = kept
  const mailbox =
    typeof kept.mailbox === 'string' ? kept.mailbox : await unlock(await deviceKey(KEY), kept.mailbox)
  return { id, sealed, mailbox, slotIds, madeOn, purpose }
}

/** @throws NoAnswer where the phone does not say whether it has it. */
export async function find(id: string): Promise<OnThePhone | undefined> {
  const here = inMemory.get(id)
  if (here) return here
  try {
    return await withDatabase(db => db.get('waiting', id))
  } catch (error) {
    if (error instanceof NoAnswer || !(error instanceof Refused)) throw error
    return undefined
  }
}

/** What waits, as far as the phone tells: `isSilent` says whether there may be more. */
export async function all(): Promise<OnThePhone[]> {
  return [
    ...inMemory.values(),
    ...(await unlessRefused(
      withDatabase(db => db.getAll('waiting')),
      [],
    )),
  ]
}

/** @param needs `null` takes away that it needed somebody */
export async function change(
  id: string,
  to: { readonly tried?: true; readonly needs?: OnThePhone['needs'] | null },
): Promise<void> {
  const changed = (kept: OnThePhone): OnThePhone => {
    const { needs: before, ...rest } = kept
    const needs = to.needs === undefined ? before : to.needs
    return { ...rest, tried: to.tried ?? kept.tried, ...(needs && { needs }) }
  }
  const here = inMemory.get(id)
  if (here) {
    inMemory.set(id, changed(here))
    return
  }
  await unlessRefused(
    withDatabase(async db => {
      const writing = db.transaction('waiting', 'readwrite')
      await whole(writing.done, async () => {
        const kept = await writing.store.get(id)
        if (kept) await writing.store.put(changed(kept))
      })
    }),
    undefined,
  )
}

/** @throws Refused where it stays on the phone. */
export async function remove(id: string): Promise<void> {
  if (!inMemory.delete(id)) await withDatabase(db => db.delete('waiting', id))
}

/**
 * An answer that nobody has seen yet replaces what waited, in one act: never both, never neither. Of what waited in
 * memory nothing is noted: the page that holds it is open, and shows the answer itself.
 */
export async function exchange(id: string, answer: RequestAnswer, wished: boolean): Promise<void> {
  if (inMemory.delete(id)) return
  const locked = await lockAnswer(answer, wished)
  await unlessRefused(
    withDatabase(async db => {
      const writing = db.transaction(['waiting', 'noted'], 'readwrite')
      await whole(writing.done, async () => {
        await writing.objectStore('noted').put({ id, answer: locked })
        await writing.objectStore('waiting').delete(id)
      })
    }),
    undefined, // then it is sent once more, and the intake knows it by its id
  )
}

/** Some private windows keep no keys: then only that it was sent is remembered, not the time. */
const lockAnswer = (answer: RequestAnswer, wished: boolean): Promise<Locked | null> =>
  unlessRefused(
    deviceKey(KEY).then(key => lock(key, JSON.stringify({ answer, wished }))),
    null,
  )

export type Note = { readonly id: string; readonly answer: RequestAnswer | null; readonly wished: boolean }

/** Answers that nobody has seen yet; `answer` is null for one whose details could not be kept or read. */
export async function notes(): Promise<Note[]> {
  const read: Note[] = []
  for (const { id, answer } of await unlessRefused(
    withDatabase(db => db.getAll('noted')),
    [],
  )) {
    const text = answer && (await unlessRefused(openAnswer(answer), null))
    if (text === null) {
      read.push({ id, answer: null, wished: false })
      continue
    }
    const { requestAnswer } = await import('../../core/contract/requests.ts')
    const { answer: told, wished } = JSON.parse(text) as { answer: unknown; wished: boolean }
    read.push({ id, answer: requestAnswer.safeParse(told).data ?? null, wished })
  }
  return read
}

const openAnswer = async (answer: Locked): Promise<string> => unlock(await deviceKey(KEY), answer)

/** Takes the note of an answer away, once it has been shown. */
export async function dropNote(id: string): Promise<void> {
  await unlessRefused(
    withDatabase(db => db.delete('noted', id)),
    undefined,
  )
}

/** What was asked, or something else where the browser refuses. @throws any other fault */
export async function unlessRefused<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refused) return otherwise
    throw error
  }
}

/** A transaction with what is done in it: both end, or it throws the first refusal. */
async function whole(done: Promise<void>, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([done, (async () => act())()])
}
