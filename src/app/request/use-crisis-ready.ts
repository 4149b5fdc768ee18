import { useEffect } from 'preact/hooks'
import { crisisWarmUps } from '../../core/request/index.ts'

/** Makes the look-out for signs of crisis ready, a little at a time, before the screen on which one writes. */
export function useCrisisReady(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = (index: number): void => {
      timer = setTimeout(() => {
        crisisWarmUps[index]?.()
        if (index + 1 < crisisWarmUps.length) next(index + 1)
      }, PAUSE_MS)
    }
    next(0)
    return () => {
      clearTimeout(timer)
    }
  }, [])
}

/** Long enough for a touch to be answered in between. */
const PAUSE_MS = 150
