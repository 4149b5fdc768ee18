import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { nameOfDay } from '../../core/calendar/times.ts'
import { Notice } from '../../ui/index.ts'
import { useFetched } from '../model/desk.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'

/** Says that members are not told by mail at present: asked again whenever the desk fetches. */
export function MailAway(): JSX.Element | null {
  const { t, lang } = useCopy()
  const { at: fetchedAt } = useFetched()
  // While many are being opened the desk is drawn again each second.
  const minute = Math.floor(fetchedAt / 60_000)
  const [since, setSince] = useState<string | null>(null)
  useEffect(() => {
    const asked = { isGone: false }
    call('notices', {})
      .then(({ failingSince }) => {
        if (!asked.isGone) setSince(failingSince)
      })
      // What keeps this from being answered keeps the desk from fetching too, and is shown there.
      .catch(() => undefined)
    return () => {
      asked.isGone = true
    }
  }, [minute])
  if (since === null) return null
  return (
    <Notice tone="care">
      <p>{t('problems.mailAway', { day: nameOfDay(since, lang) })}</p>
    </Notice>
  )
}
