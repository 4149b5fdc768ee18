import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { dayText } from '../../core/calendar/names.ts'
import { Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { isClockWrong, onDay, phoneToday } from '../today.ts'

/** Before sending: the phone's clock is wrong, so no dates are shown. Those shown afterwards count from the intake's day. */
export function ClockNotice(): JSX.Element | null {
  const { t, lang } = useCopy()
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    const look = (): void => {
      setWrong(isClockWrong())
    }
    look()
    return onDay(look)
  }, [])
  if (!wrong) return null
  return (
    <Notice tone="info" icon="clock" title={t('request:clock.title')} live>
      <p>{t('request:clock.text', { day: dayText(phoneToday(), lang) })}</p>
    </Notice>
  )
}
