import { useEffect, useState } from 'preact/hooks'

/**
 * How many of the parts of a long page are drawn by now: the first at once, each other in a task of its own, so that a tap
 * on a poor phone never waits for the whole page.
 */
export function useInTurn(count: number): number {
  const [drawn, setDrawn] = useState(1)
  useEffect(() => {
    if (drawn >= count) return
    const next = setTimeout(() => {
      setDrawn(drawn + 1)
    })
    return () => {
      clearTimeout(next)
    }
  }, [drawn, count])
  return drawn
}
