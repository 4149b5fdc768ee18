import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCopy } from '../copy/copy.ts'
import { speech } from '../phone/voices.ts'

/** The box it stands in, read aloud where the phone has a voice of its own. The button is put in beside Preact. */
export function AloudHere(): JSX.Element {
  const { lang } = useCopy()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const where = place.current
    const box = where?.closest<HTMLElement>('.box')
    if (!where || !box || !speech()) return undefined
    let remove: (() => void) | null = null
    let gone = false
    import('../aloud/offer.ts').then(
      ({ offerAloud }) => {
        if (!gone) remove = offerAloud(where, box, lang)
      },
      () => {
        // Not to be had without a network: the box is there to be read.
      },
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [lang])
  return <div data-aloud="" ref={place} />
}
