import { orElse } from './refused.ts'

/** Whether the app runs as one that has been put on the phone; null where it cannot be put there by the share menu. */
export const isStandalone = (): boolean | null =>
  orElse(() => {
    if (matchMedia('(display-mode: standalone)').matches) return true
    return (navigator as { standalone?: boolean }).standalone ?? null // iOS
  }, null)
