import { useEffect, useState } from 'preact/hooks'
import { onDay, today } from './today.ts'

/**
 * Today in Denmark, `YYYY-MM-DD`, looked up again when somebody comes back to a page that stood open over night, and when
 * the intake's answer shows that the phone's clock is wrong.
 */
export function useToday(): string {
  const [day, setDay] = useState(() => today())
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setDay(today())
    }
    document.addEventListener('visibilitychange', look)
    const stop = onDay(look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return day
}
