import type { JSX } from 'preact'
import { SummaryList } from '../../../ui/index.ts'
import { asRows } from '../../model/as-rows.ts'
import { useDesk } from '../../model/desk.ts'
import { telOf } from '../../model/number.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { Later } from '../../shared/later.tsx'
import { unbroken } from '../../shared/unbroken.ts'
import { CrisisNotice } from './crisis-notice.tsx'
import { HandOver } from './hand-over.tsx'
import { Links } from './links.tsx'
import { Notes } from './notes.tsx'

/** What the person has told, and what colleagues tell each other about it. */
export function Told(props: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
  /** Begins a reply with the words for a crisis. */
  readonly onSuggest: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slots } = useDesk()
  const { opened, next, onSuggest } = props
  const { id } = opened.stored
  const rows = asRows(opened, slots, t, lang)
  const shown = rows.map(row => ({
    ...row,
    value:
      row.key === 'phone' ? (
        <a class="link" href={telOf(row.value)}>
          {row.value}
        </a>
      ) : (
        unbroken(row.value)
      ),
  }))
  return (
    <div class="flow">
      <CrisisNotice opened={opened} onSuggest={onSuggest} />
      <SummaryList rows={shown} />
      <HandOver key={`copy-${id}`} opened={opened} rows={rows} next={next} />
      <Later key={`beside-${id}`}>
        {() => (
          <>
            <Notes opened={opened} />
            <Links opened={opened} />
          </>
        )}
      </Later>
    </div>
  )
}
