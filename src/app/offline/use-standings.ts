import { useEffect, useState } from 'preact/hooks'
import { isSilent, onOutboxChange, standings, type Standing } from '../outbox/outbox.ts'
import { pauseBefore } from '../phone/refused.ts'

/** Where every message of this phone stands, kept up to date in whichever window or worker something happens. */
export function useStandings(): Standing[] {
  const [all, setAll] = useState<Standing[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let silences = 0
    let gone = false
    const look = (): void => {
      clearTimeout(timer)
      standings().then(now => {
        if (gone) return
        setAll(now)
        if (!isSilent()) return
        timer = setTimeout(look, pauseBefore(++silences))
      }, reportError)
    }
    look()
    const stop = onOutboxChange(news => {
      if ('forgotten' in news) setAll([])
      else look()
    })
    return () => {
      gone = true
      stop()
      clearTimeout(timer)
    }
  }, [])
  return all
}
