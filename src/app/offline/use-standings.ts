import { useEffect, useState } from 'preact/hooks'
import { isSilent, onOutboxChange, standings, type Standing } from '../outbox/outbox.ts'
import { pauseBefore } from '../phone/refused.ts'

/** Where every message of this phone stands, kept up to date in whichever window or worker something happens. */
export function useStandings(): Standing[] {
  const [all, setAll] = useState<Standing[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let silences = 0
    let looks = 0
    const look = (): void => {
      clearTimeout(timer)
      const mine = ++looks
      standings().then(now => {
        if (mine !== looks) return // a later look tells
        setAll(now)
        if (!isSilent()) return
        timer = setTimeout(look, pauseBefore(++silences))
      }, reportError)
    }
    look()
    const stop = onOutboxChange(news => {
      if ('forgotten' in news) {
        looks++
        setAll([])
      } else look()
    })
    return () => {
      looks++
      stop()
      clearTimeout(timer)
    }
  }, [])
  return all
}
