import { useEffect } from 'preact/hooks'
import { laterOfReplies } from './later.ts'

/**
 * What an open mailbox listens to: an own message has got through or was taken back, or nobody has touched the page for long.
 * @param wipe closes it and leads back to the code
 */
export function useWhileOpen(isOpen: boolean, refresh: () => Promise<boolean>, wipe: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined
    return laterOfReplies.here()?.onOwnMessage(() => {
      refresh().catch(reportError)
    })
  }, [isOpen, refresh])
  useEffect(() => {
    const here = laterOfReplies.here()
    if (!isOpen || !here) return undefined
    return here.watchUntouched({
      warn: () => {
        here.sayQuiet('closing')
      },
      back: () => {
        here.sayQuiet('here')
      },
      wiped: () => {
        here.sayQuiet('closed')
        wipe()
      },
    })
  }, [isOpen, wipe])
}
