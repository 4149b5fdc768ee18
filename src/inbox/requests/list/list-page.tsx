import type { JSX } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import { EmptyState, Heading } from '../../../ui/index.ts'
import { useDesk, useUnopened } from '../../model/desk.ts'
import { FILTERS, narrowedGroups } from '../../model/filters.ts'
import type { GroupName } from '../../model/groups.ts'
import { isUnsaid } from '../../model/meetings.ts'
import { useCopy } from '../../shared/copy.ts'
import { DraftsContext, FILTER, SEARCH, useDraft } from '../../shared/drafts.ts'
import { useLater } from '../../shared/later.tsx'
import { MarkingContext } from '../../shared/marking.tsx'
import { DoneFold, LookingForDone } from './done-fold.tsx'
import { Freshness } from './freshness.tsx'
import { MarkingBar } from './marking.tsx'
import { MeetingList } from './meeting-list.tsx'
import { AT_ONCE, RequestList } from './request-list.tsx'
import { Search } from './search.tsx'
import { ShutList } from './shut-list.tsx'
import { useNarrowed } from '../use-narrowed.ts'
import { leftAt, useReturn } from '../../shared/use-return.ts'
import { keepFocusFor, useFocusLeft } from './use-kept-focus.ts'
import { ViewFold } from './view-fold.tsx'

/** What waits for somebody, below each other; the others are folded away. */
const OPEN: readonly GroupName[] = ['crisis', 'late', 'new', 'waiting', 'answered']

/** What staff are done with. */
const DONE = ['finished', 'junk'] as const

/** All requests in groups by urgency, or those in which the searched words stand. */
export function ListPage(): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, slots, today } = useDesk()
  const [query = '', setQuery] = useDraft(SEARCH)
  /** The requests that are marked; null when nothing is being marked. */
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null)
  const marking = useMemo(() => ({ marked, setMarked }), [marked])
  const isSearch = query.trim() !== ''
  const [filter = 'all', setFilter] = useDraft(FILTER)
  const by = useNarrowed(filter, query)
  const narrowedBy = `${filter} ${query}`
  const groups = useMemo(() => narrowedGroups(requests, by, slots, today), [requests, by, slots, today])
  // A filter of its own only where there is something in it: on most days there is not.
  const isAnyUnsaid = useMemo(() => requests.some(isUnsaid), [requests])
  const parts = OPEN.filter(name => groups[name].length > 0)
  const rowsOver = (at: number): number =>
    parts.slice(0, at).reduce((sum, name) => sum + Math.min(AT_ONCE, groups[name].length), 0)
  // A search looks for one person wherever they stand; a filter shows what waits, and of the rest not all may be open.
  const counted = isSearch ? Object.values(groups) : parts.map(name => groups[name])
  const count = counted.reduce((sum, group) => sum + group.length, 0)
  const drafts = useContext(DraftsContext)
  // Who comes back sees the row they left in the first frame.
  const mayDrawRows = useLater(leftAt(drafts) !== null)
  useReturn('list', true, keepFocusFor)
  useFocusLeft()
  return (
    <MarkingContext.Provider value={marking}>
      <div class="inbox-bar list-tools">
        <Heading focusable>{t('list.title')}</Heading>
        <Search value={query} onInput={setQuery} count={isSearch || filter !== 'all' ? count : null} />
        <div class="actions" role="group" aria-label={t('list.show')}>
          {FILTERS.filter(name => name !== 'unsaid' || filter === name || isAnyUnsaid).map(name => (
            <button
              key={name}
              type="button"
              class="toggle"
              aria-pressed={filter === name}
              onClick={() => {
                setFilter(name)
              }}
            >
              {t(`list.filters.${name}`)}
            </button>
          ))}
        </div>
        <MarkingBar />
        <Freshness />
        {filter === 'youth' && <MeetingOfAll />}
      </div>
      {isSearch && <LookingForDone among={DONE} />}
      {parts.length === 0 && !isSearch && filter !== 'all' && <NoneHere />}
      {parts.length === 0 && !isSearch && filter === 'all' && <Empty />}
      {parts.map((name, at) => (
        <section key={name} class="flow">
          <Heading level={2}>{t(`list.groups.${name}`, { n: groups[name].length })}</Heading>
          {mayDrawRows && (
            <RequestList
              // In another language each row is another: drawn in turn, as those of a new list.
              key={lang}
              name={name}
              requests={groups[name]}
              level={3}
              above={rowsOver(at)}
              narrowed={narrowedBy}
              isSaid={name === 'new' || name === 'answered' ? 'state' : undefined}
            />
          )}
        </section>
      ))}
      {mayDrawRows &&
        DONE.map(name => (
          <DoneFold
            key={name}
            name={name}
            requests={groups[name]}
            narrowed={narrowedBy}
            isSearch={isSearch}
            isAll={filter === 'all' && !isSearch}
          />
        ))}
      {groups.shut.length > 0 && (
        <ViewFold name="shut" summary={t('list.groups.shut', { n: groups.shut.length })}>
          {() => <ShutList requests={groups.shut} />}
        </ViewFold>
      )}
    </MarkingContext.Provider>
  )
}

/** The meeting goes through all of the young, also while somebody is searched for. */
function MeetingOfAll(): JSX.Element {
  const { requests, slots, today } = useDesk()
  const by = useNarrowed('youth', '')
  const groups = useMemo(() => narrowedGroups(requests, by, slots, today), [requests, by, slots, today])
  return <MeetingList groups={groups} />
}

/** Nothing of this kind is there: said when nothing is on its way either. */
function NoneHere(): JSX.Element | null {
  const { t } = useCopy()
  const { left } = useUnopened()
  return left > 0 ? null : <p>{t('list.noneHere')}</p>
}

/** Nothing is there: said when nothing is on its way either. */
function Empty(): JSX.Element | null {
  const { t } = useCopy()
  const { left } = useUnopened()
  if (left > 0) return null
  return (
    <EmptyState title={t('list.emptyTitle')} drawing="letter">
      <p>{t('list.empty')}</p>
    </EmptyState>
  )
}
