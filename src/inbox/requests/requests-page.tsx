import type { JSX } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { OpeningContext, useDesk, useUnopened } from '../model/desk.ts'
import { narrowedGroups, type Narrowed } from '../model/filters.ts'
import { referenceOf } from '../model/links.ts'
import { nextAfter, standsOver } from '../model/next.ts'
import { isReadable, type OpenedRequest, type Readable } from '../model/requests.ts'
import { useCopy } from '../shared/copy.ts'
import { DraftsContext, FILTER, forgetWords, SEARCH } from '../shared/drafts.ts'
import { Guarded } from '../shared/guarded.tsx'
import { BackLink, Notice } from '../../ui/index.ts'
import { RequestDetail } from './detail/request-detail.tsx'
import { ListPage } from './list/list-page.tsx'
import { useNarrowed } from './use-narrowed.ts'
import { OnTimesContext, useWayBack } from './way-back.ts'

/** The list in groups by urgency, and one request at a time. */
export function Requests(props: {
  /** The request to show; null shows the list. */
  readonly openId: string | null
  /** The times, when the request was opened from them: it lies on top of these, and not of the list. */
  readonly times?: JSX.Element | undefined
}): JSX.Element | null {
  const { requests } = useDesk()
  const isOpening = useContext(OpeningContext)
  const { openId, times } = props
  const here = requests.find(one => one.stored.id === openId)
  const open = here && isReadable(here) ? here : undefined
  if (!open) {
    // It may be among those that are still being opened.
    if (openId !== null && isOpening) return null
    return (
      <>
        {here ? <Shut /> : openId !== null && <Gone id={openId} />}
        {times ?? <ListPage />}
      </>
    )
  }
  return (
    <OnTimesContext.Provider value={times !== undefined}>
      <Opened key={open.stored.id} open={open} />
    </OnTimesContext.Provider>
  )
}

/** It is there, and does not open with these keys, as when an older one was opened with the recovery key: words for it stay. */
function Shut(): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="care" live>
      <p>{t('list.shutHere')}</p>
    </Notice>
  )
}

/** Once all are open. Apart from the page, which would be drawn again whenever somebody looks for something new. */
function Gone({ id }: { readonly id: string }): JSX.Element | null {
  const { left } = useUnopened()
  return left === 0 ? <Erased id={id} /> : null
}

/** It was withdrawn or erased: what was begun for it can never be sent, and must not hold the page back. */
function Erased({ id }: { readonly id: string }): JSX.Element {
  const { t } = useCopy()
  const drafts = useContext(DraftsContext)
  useEffect(() => {
    forgetWords(drafts, id)
  }, [drafts, id])
  return (
    <Notice tone="care" live>
      <p>{t('list.gone')}</p>
    </Notice>
  )
}

function Opened({ open }: { readonly open: Readable }): JSX.Element {
  const { t } = useCopy()
  const { onOpen } = useDesk()
  const next = useNext(open)
  const wayBack = useWayBack()
  return (
    <Guarded
      instead={
        <>
          <BackLink
            onClick={() => {
              onOpen(null)
            }}
          >
            {wayBack}
          </BackLink>
          <Notice tone="care" live>
            <p>{t('list.notShown', { reference: referenceOf(open) })}</p>
          </Notice>
        </>
      }
    >
      <RequestDetail opened={open} next={next} />
    </Guarded>
  )
}

/**
 * What to answer after this one: next in the list, as the member has narrowed it. Who was searched is one person, found: after
 * the last of those that were found the list goes on without the words. The times have no list.
 */
function useNext(open: Readable): OpenedRequest | undefined {
  const drafts = useContext(DraftsContext)
  const isOnTimes = useContext(OnTimesContext)
  const kept = (key: string): string | undefined => (isOnTimes ? undefined : drafts.get(key))
  const [filter, query] = [kept(FILTER) ?? 'all', kept(SEARCH) ?? '']
  const amongFound = useNextIn(open, useNarrowed(filter, query))
  const whole = useNarrowed(filter, '')
  const inWhole = useNextIn(open, query.trim() === '' ? null : whole)
  return amongFound ?? inWhole
}

/** @param by null looks for none */
function useNextIn(open: Readable, by: Narrowed | null): OpenedRequest | undefined {
  const { requests, slots, today } = useDesk()
  const groups = useMemo(() => by && narrowedGroups(requests, by, slots, today), [requests, by, slots, today])
  const [over] = useState(() => groups && standsOver(open.stored.id, groups))
  return by && groups ? nextAfter(open.stored.id, groups, by, over ?? undefined) : undefined
}
