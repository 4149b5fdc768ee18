import { inTime } from './refused.ts'

/** Asks the browser not to clear storage by itself. Some put the question to the person; a refusal changes nothing. */
export async function askToStay(): Promise<void> {
  await inTime(() => (navigator as { storage?: StorageManager }).storage?.persist(), 60_000).catch(
    () => undefined,
  )
}
