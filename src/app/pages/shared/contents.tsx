import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { Sentence, type Key } from './words.tsx'

/** What is on a long page, at its top: each leads to the heading with its id and opens the fold it stands in. */
export function Contents({
  of,
}: {
  readonly of: readonly (readonly [id: string, heading: Key])[]
}): JSX.Element {
  const { t } = useCopy()
  return (
    <nav aria-label={t('common:contents')}>
      <ul class="jumps">
        {of.map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>
              <Sentence id={heading} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
