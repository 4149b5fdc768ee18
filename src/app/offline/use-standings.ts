import { useEffect, useState } from 'preact/hooks'
import { onOutboxChange, standings, type Standing } from '../outbox/outbox.ts'

/** Where every message of this phone stands, kept up to date in whichever window or worker something happens. */
export function useStandings(): Standing[] {
  const [all, setAll] = useState<Standing[]>([])
  useEffect(() => {
    const look = (): void => {
      standings().then(setAll, reportError)
    }
    look()
    return onOutboxChange(news => {
      if ('forgotten' in news) setAll([])
      else look()
    })
  }, [])
  return all
}
