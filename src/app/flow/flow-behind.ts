import { useEffect } from 'preact/hooks'
import { goEntries } from '../phone/history.ts'
import { entryHere } from './step-history.ts'

/**
 * For what stands at the end of a flow: one press of Back leads out of it, to where the flow was begun, and not through
 * screens that have nothing to show any more.
 * @param on false as long as the flow may be gone on with
 */
export function useFlowBehind(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined
    const toFirst = (): void => {
      const depth = entryHere()?.depth ?? 0
      if (depth > 0) goEntries(-depth)
    }
    toFirst()
    // Forward leads to one of those screens.
    addEventListener('popstate', toFirst)
    return () => {
      removeEventListener('popstate', toFirst)
    }
  }, [on])
}
