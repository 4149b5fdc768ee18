import type { JSX } from 'preact'
import { useDesk } from '../model/desk.ts'
import { groupsOf, nextAfter } from '../model/groups.ts'
import { referenceOf } from '../model/links.ts'
import { isReadable } from '../model/requests.ts'
import { useCopy } from '../shared/copy.ts'
import { Guarded } from '../shared/guarded.tsx'
import { BackLink, Notice } from '../../ui/index.ts'
import { RequestDetail } from './detail/request-detail.tsx'
import { ListPage } from './list/list-page.tsx'

/** The list in groups by urgency, and one request at a time. */
export function Requests(props: {
  /** The request to show; null shows the list. */
  readonly openId: string | null
}): JSX.Element {
  const { t } = useCopy()
  const { requests, slots, today, onOpen } = useDesk()
  const open = requests.filter(isReadable).find(one => one.stored.id === props.openId)
  if (!open) {
    return (
      <>
        {props.openId !== null && (
          <Notice tone="care" live>
            <p>{t('list.gone')}</p>
          </Notice>
        )}
        <ListPage />
      </>
    )
  }
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
      <RequestDetail opened={open} next={nextAfter(open.stored.id, groupsOf(requests, slots, today))} />
    </Guarded>
  )
}
