import { useEffect, useRef } from 'preact/hooks'
import { goEntries } from '../phone/history.ts'
import { entryHere } from './step-history.ts'

/**
 * For what stands at the end of a flow: one press of Back leads out of it, to where the flow was begun, and not through
 * screens that have nothing to show any more.
 * @param on false as long as the flow may be gone on with
 */
export function useFlowBehind(on: boolean): void {
  // A link was pressed, and its page is on its way: going back now would take the press away.
  const isLeaving = useRef(false)
  useEffect(() => {
    const onClick = ({ target }: MouseEvent): void => {
      const link = target instanceof Element ? target.closest('a') : null
      if (link && link.protocol === location.protocol && !link.hash && link.target !== '_blank')
        isLeaving.current = true
    }
    const onShow = (): void => {
      isLeaving.current = false
    }
    addEventListener('click', onClick)
    addEventListener('pageshow', onShow)
    return () => {
      removeEventListener('click', onClick)
      removeEventListener('pageshow', onShow)
    }
  }, [])
  useEffect(() => {
    if (!on) return undefined
    const toFirst = (): void => {
      if (isLeaving.current) return
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
