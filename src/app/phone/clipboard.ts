import { inTime } from './refused.ts'

// The only door to the clipboard. Old phones and plain http have none, and a person may have said no to it.

/** Milliseconds. */
const PATIENCE = 5_000

/** Copies a text. @returns whether the phone says that it is copied. */
export const copyText = (text: string): Promise<boolean> =>
  inTime(() => navigator.clipboard.writeText(text), PATIENCE).then(
    () => true,
    () => false,
  )
