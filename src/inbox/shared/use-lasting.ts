import { useEffect, useState } from 'preact/hooks'

/** Milliseconds that something may take before it is said to be under way: what is there sooner would only flicker. */
export const UNSAID = 200

/** Whether something has been under way for so long that it is to be said. */
export function useLasting(isUnderWay: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(() => {
      setLasts(true)
    }, UNSAID)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isUnderWay])
  return isUnderWay && lasts
}
