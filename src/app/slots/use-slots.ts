import { useCallback, useEffect, useState } from 'preact/hooks'
import { municipality } from '#municipality'
import { hearDay } from '../today.ts'
import type { Slot, SlotKind } from '../../core/contract/index.ts'

export type Slots =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly slots: readonly Slot[] }
  | { readonly kind: 'unreachable' }

/** How long a person waits for times before being offered to write instead. */
const PATIENCE_MS = 10_000

/** The free times of a kind, from the intake; `unreachable` when it does not answer as it should. */
export function useSlots(kind: SlotKind | null): { slots: Slots; again: () => void } {
  const [slots, setSlots] = useState<Slots>({ kind: 'loading' })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (kind === null) return undefined
    const stop = new AbortController()
    let gone = false
    const timer = setTimeout(() => {
      stop.abort()
    }, PATIENCE_MS)
    setSlots({ kind: 'loading' })
    void fetchSlots(kind, stop.signal).then(found => {
      clearTimeout(timer)
      if (!gone) setSlots(found)
    })
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

/** A talk by telephone can only be kept when it is known which number to ring. */
const canBeKept = (slot: Slot): boolean => slot.place === 'house' || municipality.place.phone !== null

async function fetchSlots(kind: SlotKind, signal: AbortSignal): Promise<Slots> {
  try {
    const answer = await fetch(`/api/slots?kind=${kind}`, { signal })
    if (!answer.ok) return { kind: 'unreachable' }
    const { slotsAnswer } = await import('../../core/contract/slots.ts')
    const parsed = slotsAnswer.safeParse(await answer.json())
    if (parsed.success) hearDay(answer.headers.get('Date'))
    return parsed.success
      ? { kind: 'there', slots: parsed.data.slots.filter(canBeKept) }
      : { kind: 'unreachable' }
  } catch {
    // No network, a time-out, or something that is not JSON: one thing to the person, who can write instead.
    return { kind: 'unreachable' }
  }
}
