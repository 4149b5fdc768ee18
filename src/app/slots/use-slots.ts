import { useCallback, useEffect, useState } from 'preact/hooks'
import { municipality } from '#municipality'
import { exchange } from '../../client/exchange.ts'
import { citizenCalls } from '../../core/contract/calls.ts'
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
    setSlots({ kind: 'loading' })
    void fetchSlots(kind, stop.signal).then(found => {
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
  // No network, a time-out, or something that is not ours: one thing to the person, who can write instead.
  const answer = await exchange(citizenCalls.slots, { query: { kind }, signal, patience: PATIENCE_MS })
  if (!answer?.ok) return { kind: 'unreachable' }
  const { slotsAnswer } = await import('../../core/contract/slots.ts')
  const parsed = slotsAnswer.safeParse(answer.body)
  if (!parsed.success) return { kind: 'unreachable' }
  hearDay(answer.date)
  return { kind: 'there', slots: parsed.data.slots.filter(canBeKept) }
}
