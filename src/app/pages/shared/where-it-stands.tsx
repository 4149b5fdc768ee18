import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

/** One quiet way from a page to the documents and headings its statements come from. */
export function WhereItStands({
  page,
  label,
}: {
  readonly page: 'adults' | 'youth' | 'relatives' | 'place' | 'rights'
  readonly label: Key
}): JSX.Element {
  const { t, href } = useCopy()
  return (
    <p class="where-it-stands">
      <a href={`${href('sources')}#${page}`}>{t(label)}</a>
    </p>
  )
}
