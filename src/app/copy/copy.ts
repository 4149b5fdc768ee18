import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { TFunction } from 'i18next'
import type { Language } from '../../core/facts/types.ts'
import { pages, type PageId } from '../routes.ts'
import type { Namespace } from './resources.ts'

export type T = TFunction<Namespace[]>

export type Copy = {
  readonly lang: Language
  /** `t('adults:title')`: namespace = file in `locales/<lang>`; names and figures are interpolated by default. */
  readonly t: T
  /** Today, `YYYY-MM-DD`; at build time the day of the build (islands correct what depends on it). */
  readonly today: string
}

export const CopyContext = createContext<Copy | null>(null)

/** The words of the page in its language. */
export function useCopy(): Copy & { readonly href: (page: PageId) => string } {
  const copy = useContext(CopyContext)
  if (!copy) throw new Error('useCopy outside of CopyContext')
  return { ...copy, href: page => pages[page][copy.lang] }
}
