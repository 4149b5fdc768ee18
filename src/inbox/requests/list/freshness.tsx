import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { clock } from '../../../core/calendar/times.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk, useFetched } from '../../model/desk.ts'
import { useCopy } from '../../shared/copy.ts'
import { useLasting } from '../../shared/use-lasting.ts'

/** When the list was fetched, and the way to fetch it again: said when it has come because somebody asked, and only then. */
export function Freshness(): JSX.Element {
  const { t, lang } = useCopy()
  const { again } = useDesk()
  const { at, busy } = useFetched()
  const lasts = useLasting(busy)
  const isAsked = useRef(false)
  const [said, setSaid] = useState('')
  const when = t('list.fetched', { time: clock(new Date(at).toISOString(), lang) })
  // In the frame in which the time changes too: one drawing for both.
  useLayoutEffect(() => {
    if (busy || !isAsked.current) return
    isAsked.current = false
    setSaid(when)
  }, [busy, when])
  return (
    <p class="act">
      <span>{when}</span>
      <Button
        kind="quiet"
        busy={lasts}
        busyLabel={t('list.fetching')}
        onClick={() => {
          isAsked.current = true
          setSaid('')
          again()
        }}
      >
        {t('list.refresh')}
      </Button>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </p>
  )
}
