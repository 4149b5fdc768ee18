import { useEffect, useState } from 'preact/hooks'
import { isSilent, onOutboxChange, standings, type Standing } from '../outbox/outbox.ts'

/** Milliseconds until a phone that did not tell what it keeps is asked again: doubled each time, up to the longest. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Where every message of this phone stands, kept up to date in whichever window or worker something happens. */
export function useStandings(): Standing[] {
  const [all, setAll] = useState<Standing[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pause = FIRST_PAUSE
    const look = (): void => {
      clearTimeout(timer)
      standings().then(now => {
        setAll(now)
        if (!isSilent()) return
        timer = setTimeout(look, pause)
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }, reportError)
    }
    look()
    const stop = onOutboxChange(news => {
      if ('forgotten' in news) setAll([])
      else look()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return all
}
