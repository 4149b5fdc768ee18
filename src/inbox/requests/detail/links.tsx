import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { nameOfDay } from '../../../core/calendar/times.ts'
import { Heading } from '../../../ui/index.ts'
import { hasCandidates } from '../../model/candidates.ts'
import { useDesk, useUnopened } from '../../model/desk.ts'
import { isLinkedBeyond, linkedWith } from '../../model/links.ts'
import type { Readable } from '../../model/requests.ts'
import { titleOf } from '../../model/title.ts'
import { useCopy } from '../../shared/copy.ts'
import { LateFold } from '../../shared/late-fold.tsx'
import { useSaid } from '../../shared/use-said.ts'
import { Older } from './older.tsx'

/** What this request belongs together with, and the way to link it: a lost code means writing again. */
export function Links({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, again, onOpen } = useDesk()
  const { done, openDone } = useUnopened()
  const linked = useMemo(() => linkedWith(opened, requests), [opened, requests])
  const isAny = useMemo(() => hasCandidates(opened, requests), [opened, requests])
  const isBeyond = useMemo(() => isLinkedBeyond(opened, requests), [opened, requests])
  const shut = done.finished + done.junk
  useEffect(() => {
    // What it is linked with may be one that staff are done with.
    if (isBeyond && shut > 0) openDone()
  }, [isBeyond, shut, openDone])
  const [said, setSaid] = useSaid('link')
  const saidRef = useRef<HTMLDivElement>(null)
  return (
    <>
      {linked.length > 0 && <Heading level={2}>{t('link.title')}</Heading>}
      {linked.length > 0 && (
        <ul class="plain-list">
          {linked.map(other => (
            <li key={other.stored.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  onOpen(other.stored.id)
                }}
              >
                {t('link.with', {
                  title: titleOf(other, t),
                  day: nameOfDay(other.stored.receivedOn, lang),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="said" role="status" tabIndex={-1} ref={saidRef}>
        {said}
      </div>
      {(isAny || shut > 0) && (
        <LateFold summary={t('link.fold')} onOpen={openDone}>
          {() => (
            <Older
              opened={opened}
              shut={shut}
              onBegin={() => {
                setSaid('')
              }}
              onLinked={() => {
                setSaid(t('link.done'))
                // What was chosen leaves the list, and perhaps the list with it.
                saidRef.current?.focus()
                again()
              }}
            />
          )}
        </LateFold>
      )}
    </>
  )
}
