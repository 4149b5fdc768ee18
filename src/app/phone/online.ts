import { orElse } from './refused.ts'

/** Whether the phone says that it has a network. Wrong at times: only a reason to name, never a reason not to try. */
export const isOnline = (): boolean => orElse(() => navigator.onLine, true)
