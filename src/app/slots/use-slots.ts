import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Slot, SlotKind } from '../../core/contract/index.ts'

export type Slots =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly slots: readonly Slot[] }
  | { readonly kind: 'unreachable' }

/** Whether the intake has told that no time of the kind is free. */
export const areNoneFree = (slots: Slots): boolean =>
  slots.kind === 'there' && slots.slots.every(slot => slot.seatsLeft === 0)

/** The free times of a kind, from the intake; `unreachable` when it does not answer as it should. */
export function useSlots(kind: SlotKind | null): { slots: Slots; again: () => void } {
  const [slots, setSlots] = useState<Slots>({ kind: 'loading' })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (kind === null) return undefined
    const stop = new AbortController()
    let gone = false
    setSlots({ kind: 'loading' })
    // What asks for them may be lost on the way itself: the same to the person, who can write instead.
    import('./fetch-slots.ts')
      .then(({ fetchSlots }) => fetchSlots(kind, stop.signal))
      .catch(() => null)
      .then(found => {
        if (!gone) setSlots(found === null ? { kind: 'unreachable' } : { kind: 'there', slots: found })
      })
      .catch(reportError)
    return () => {
      gone = true
      stop.abort()
    }
  }, [kind, tries])

  const again = useCallback(() => {
    setTries(n => n + 1)
  }, [])
  return { slots, again }
}
