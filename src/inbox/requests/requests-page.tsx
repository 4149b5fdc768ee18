import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { clock } from '../../core/calendar/times.ts'
import { BackLink, Button, EmptyState, Fold, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { referenceOf } from '../model/links.ts'
import { groupsOf, nextAfter } from '../model/groups.ts'
import { RequestDetail } from './detail/request-detail.tsx'
import { RequestList, ShutList } from './list/request-list.tsx'
import { useDesk } from '../model/desk.ts'
import { isReadable } from '../model/requests.ts'
import { Guarded } from '../shared/guarded.tsx'
import { today } from '../shared/today.ts'

/** The list in groups by urgency, and one request at a time. */
export function Requests(props: {
  /** The request to show; null shows the list. */
  readonly openId: string | null
}): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, slots, again, busy, fetchedAt, onOpen } = useDesk()
  const groups = groupsOf(requests, slots, today())
  const open = requests.filter(isReadable).find(one => one.stored.id === props.openId)
  useListFocus(open === undefined)
  if (open) {
    return (
      <Guarded
        key={open.stored.id}
        instead={
          <>
            <BackLink
              onClick={() => {
                onOpen(null)
              }}
            >
              {t('detail.back')}
            </BackLink>
            <Notice tone="care" live>
              <p>{t('list.notShown', { reference: referenceOf(open) })}</p>
            </Notice>
          </>
        }
      >
        <RequestDetail opened={open} next={nextAfter(open.stored.id, groups)} />
      </Guarded>
    )
  }
  const parts = (['crisis', 'new', 'waiting', 'answered'] as const).filter(name => groups[name].length > 0)
  return (
    <>
      <div class="inbox-bar">
        <Heading focusable>{t('list.title')}</Heading>
        <p class="act">
          <span>{t('list.fetched', { time: clock(new Date(fetchedAt).toISOString(), lang) })}</span>
          <Button kind="quiet" busy={busy} busyLabel={t('list.fetching')} onClick={again}>
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
            level={3}
            isSaid={name === 'new' || name === 'answered' ? 'state' : undefined}
          />
        </section>
      ))}
      {groups.finished.length > 0 && (
        <Fold summary={t('list.groups.finished', { n: groups.finished.length })}>
          <RequestList requests={groups.finished} level={2} />
        </Fold>
      )}
      {groups.shut.length > 0 && (
        <Fold summary={t('list.groups.shut', { n: groups.shut.length })}>
          <ShutList requests={groups.shut} />
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
