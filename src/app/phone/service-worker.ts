import { inTime, orElse } from './refused.ts'

// The only door to service workers. A private window has none, or refuses them; some hang.

/** Milliseconds. */
const PATIENCE = 5_000

/** Undefined where the browser has none, or will not say. */
export const serviceWorkers = (): ServiceWorkerContainer | undefined =>
  orElse(() => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker, undefined)

/** The registration of this page; null where there is none or it is refused. */
export async function registration(): Promise<ServiceWorkerRegistration | null> {
  try {
    return (await inTime(async () => serviceWorkers()?.getRegistration(), PATIENCE)) ?? null
  } catch {
    return null // the same as none: the page does without
  }
}

/** Tells the worker in charge of this page something; nothing where there is none. */
export function tellWorker(message: string): void {
  orElse(() => serviceWorkers()?.controller?.postMessage(message), undefined)
}

/** Asks for Background Sync (WICG) under a tag. Switched off, refused or missing: pages try by themselves. */
export async function askForSync(tag: string): Promise<void> {
  const found = await registration()
  const { sync } = (found ?? {}) as { sync?: { register(tag: string): Promise<void> } }
  if (found?.active) await inTime(() => sync?.register(tag), PATIENCE).catch(() => undefined)
}

/** @throws Refused where the browser does not let them be removed. */
export async function removeWorkers(): Promise<void> {
  const all = await inTime(async () => (await serviceWorkers()?.getRegistrations()) ?? [], PATIENCE)
  for (const one of all) await inTime(() => one.unregister(), PATIENCE)
}
