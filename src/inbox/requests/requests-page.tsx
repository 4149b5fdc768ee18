import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { clock } from '../../core/calendar/times.ts'
import { Button, EmptyState, Fold, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { groupsOf, nextAfter } from '../model/groups.ts'
import { RequestDetail } from './detail/request-detail.tsx'
import { RequestList, ShutList } from './request-list.tsx'
import { isReadable, type OpenedRequest } from '../model/requests.ts'
import type { Session } from '../session/session.ts'
import { today } from '../shared/today.ts'

/** The list in groups by urgency, and one request at a time. */
export function Requests(props: {
  readonly session: Session
  readonly requests: readonly OpenedRequest[]
  readonly slots: readonly StaffSlot[]
  /** The request to show; null shows the list. */
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
  /** When the list was fetched, ms since 1970. */
  readonly fetchedAt: number
  readonly busy: boolean
  readonly again: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, slots, again, onOpen } = props
  const groups = groupsOf(requests, slots, today())
  const open = requests.filter(isReadable).find(one => one.stored.id === props.openId)
  useListFocus(open === undefined)
  if (open) {
    return (
      <RequestDetail
        {...props}
        opened={open}
        all={requests}
        next={nextAfter(open.stored.id, groups)}
        onBack={() => {
          onOpen(null)
        }}
        onChanged={again}
      />
    )
  }
  const parts = (['crisis', 'new', 'waiting', 'answered'] as const).filter(name => groups[name].length > 0)
  return (
    <>
      <div class="inbox-bar">
        <Heading focusable>{t('list.title')}</Heading>
        <p class="act">
          <span>{t('list.fetched', { time: clock(new Date(props.fetchedAt).toISOString(), lang) })}</span>
          <Button kind="quiet" busy={props.busy} busyLabel={t('list.fetching')} onClick={again}>
            {t('list.refresh')}
          </Button>
        </p>
      </div>
      {props.openId !== null && (
        <Notice tone="care" live>
          <p>{t('list.gone')}</p>
        </Notice>
      )}
      {parts.length === 0 && (
        <EmptyState title={t('list.emptyTitle')} drawing="letter">
          <p>{t('list.empty')}</p>
        </EmptyState>
      )}
      {parts.map(name => (
        <section key={name} class="flow">
          <Heading level={2}>{t(`list.groups.${name}`, { n: groups[name].length })}</Heading>
          <RequestList
            requests={groups[name]}
            slots={slots}
            level={3}
            isSaid={name === 'new' || name === 'answered' ? 'state' : undefined}
            onOpen={onOpen}
          />
        </section>
      ))}
      {groups.finished.length > 0 && (
        <Fold summary={t('list.groups.finished', { n: groups.finished.length })}>
          <RequestList requests={groups.finished} slots={slots} level={2} onOpen={onOpen} />
        </Fold>
      )}
      {groups.shut.length > 0 && (
        <Fold summary={t('list.groups.shut', { n: groups.shut.length })}>
          <ShutList {...props} requests={groups.shut} onChanged={again} />
        </Fold>
      )}
    </>
  )
}

/** Coming back from a request, the focus is on the list again. */
function useListFocus(isList: boolean): void {
  const beforeRef = useRef(isList)
  useEffect(() => {
    if (isList && !beforeRef.current) document.querySelector<HTMLElement>('main h1')?.focus()
    beforeRef.current = isList
  }, [isList])
}
