import type { Language } from '../../core/facts/types.ts'

/** The copy of all interactive parts, what one has besides, and what is fetched when the reader comes near it. */
export const copyFiles = {
  da: {
    base: async () => (await import('./da-base.ts')).copy,
    check: async () => (await import('./da-check.ts')).copy,
    replies: async () => (await import('./da-replies.ts')).copy,
    near: async () => (await import('./da-near.ts')).copy,
  },
  en: {
    base: async () => (await import('./en-base.ts')).copy,
    check: async () => (await import('./en-check.ts')).copy,
    replies: async () => (await import('./en-replies.ts')).copy,
    near: async () => (await import('./en-near.ts')).copy,
  },
} as const satisfies Record<Language, unknown>

export type CopyPart = keyof (typeof copyFiles)[Language]
