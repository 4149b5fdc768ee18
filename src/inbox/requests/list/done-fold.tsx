import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useUnopened } from '../../model/desk.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { RequestList } from './request-list.tsx'
import { ViewFold } from './view-fold.tsx'

/** What staff are done with, folded away: it is fetched and opened when somebody looks for it. */
export function DoneFold(props: {
  readonly name: 'finished' | 'junk'
  /** Those of them that are open. */
  readonly requests: readonly OpenedRequest[]
  /** By what the list is narrowed. */
  readonly narrowed: string
  readonly isSearch: boolean
  /** Whether all are shown: how many there are of a kind is not known before they are open. */
  readonly isAll: boolean
}): JSX.Element | null {
  const { t, lang } = useCopy()
  const { done } = useUnopened()
  const { name, requests, isAll } = props
  const shut = done[name]
  if (requests.length + shut === 0) return null
  const summary =
    isAll || shut === 0
      ? t(`list.groups.${name}`, { n: requests.length + (isAll ? shut : 0) })
      : t(`list.some.${name}`)
  return (
    <ViewFold name={name} isOpen={props.isSearch && requests.length > 0} summary={summary}>
      {() => (
        <>
          {/* While searching it stands over all groups. */}
          {!props.isSearch && <LookingForDone among={[name]} />}
          <RequestList key={lang} name={name} requests={requests} level={3} narrowed={props.narrowed} />
        </>
      )}
    </ViewFold>
  )
}

/** Where this stands, somebody looks for what staff are done with: says how many of them are on their way. */
export function LookingForDone(props: {
  readonly among: readonly ('finished' | 'junk')[]
}): JSX.Element | null {
  const { t } = useCopy()
  const { left, done, openDone } = useUnopened()
  useEffect(openDone, [openDone])
  const shut = props.among.reduce((sum, name) => sum + done[name], 0)
  if (shut === 0) return null
  return (
    <p role="status" data-opening="">
      {t('list.opening', { count: left > 0 ? Math.min(left, shut) : shut })}
    </p>
  )
}
