import { useEffect, useRef } from 'preact/hooks'

/**
 * Looks for something new when a member moves about: who comes back to the list wants to see how it is now, and who opens
 * a request may have it from a list some minutes old, while a colleague rings the person.
 * @param openId the request that is open; null on the list
 */
export function useOnMove(openId: string | null, again: () => void, quietly: () => void): void {
  const before = useRef(openId)
  useEffect(() => {
    if (openId === before.current) return
    before.current = openId
    if (openId === null) again()
    else quietly()
  }, [openId, again, quietly])
}
