import { useEffect, useState } from 'preact/hooks'
import { onOutboxChange, standings, type Standing } from '../outbox/outbox.ts'

/** Where every message of this phone stands, kept up to date in whichever window or worker something happens. */
export function useStandings(): Standing[] {
  const [all, setAll] = useState<Standing[]>([])
  const [whys, setWhys] = useState<Record<string, 'offline' | 'server' | 'busy'>>({})
  useEffect(() => {
    const look = (): void => {
      standings().then(setAll, reportError)
    }
    look()
    return onOutboxChange(news => {
      if ('forgotten' in news) {
        setAll([])
        return
      }
      const { id, outcome } = news
      if (outcome?.kind === 'waiting') setWhys(before => ({ ...before, [id]: outcome.why }))
      look()
    })
  }, [])
  return all.map(one => (one.at === 'waiting' ? { ...one, why: whys[one.id] ?? null } : one))
}
