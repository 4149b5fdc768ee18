import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

/** Said once on each information page: the app is not for emergencies, and where help is now. */
export function NotForEmergencies({ text, link }: { readonly text: Key; readonly link: Key }): JSX.Element {
  const { t, href } = useCopy()
  return (
    <p>
      {t(text)} <a href={href('urgent')}>{t(link)}</a>
    </p>
  )
}
