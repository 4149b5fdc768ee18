import type { CopyPart } from '../copy/parts.ts'
import { laterDrawn } from '../whole-style.ts'

/** What opens a mailbox and shows it. The code is asked for without it. */
export const laterOfReplies = laterDrawn(async () => import('./replies-later.ts'))

/** The copy of the replies from the code to the last word. */
export const copyOfReplies = ['code', 'contact', 'more', 'replies'] as const satisfies readonly CopyPart[]
