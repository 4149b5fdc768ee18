import { municipality } from '#municipality'
import { exchange } from '../../client/exchange.ts'
import { citizenCalls } from '../../core/contract/calls.ts'
import type { Slot, SlotKind } from '../../core/contract/index.ts'
import { hearDay } from '../today.ts'

/** How long a person waits for times before being offered to write instead. */
const PATIENCE_MS = 10_000

/** A talk by telephone can only be kept when it is known which number to ring. */
const canBeKept = (slot: Slot): boolean => slot.place === 'house' || municipality.place.phone !== null

/** The free times of a kind; null when the intake does not answer as it should. */
export async function fetchSlots(kind: SlotKind, signal: AbortSignal): Promise<readonly Slot[] | null> {
  // No network, a time-out, or something that is not ours: one thing to the person, who can write instead.
  const answer = await exchange(citizenCalls.slots, { query: { kind }, signal, patience: PATIENCE_MS })
  if (!answer?.ok) return null
  const { slotsAnswer } = await import('../../core/contract/slots.ts')
  const parsed = slotsAnswer.safeParse(answer.body)
  if (!parsed.success) return null
  hearDay(answer.date)
  return parsed.data.slots.filter(canBeKept)
}
