import { useEffect, useState } from 'preact/hooks'
import { today } from './today.ts'

/** Today in Denmark, `YYYY-MM-DD`, looked up again when somebody comes back to a page that stood open over night. */
export function useToday(): string {
  const [day, setDay] = useState(() => today())
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setDay(today())
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return day
}
