import { genuine } from '../core/sealing/index.ts'
import type { OpenedRequest } from './requests.ts'

/** The first eight signs of a request's id: enough to tell requests apart, and no secret. */
export const referenceOf = ({ stored }: OpenedRequest): string => stored.id.slice(0, 8)

const REFERENCE = /\(#([0-9a-f]{8})\)/g

/** The requests that staff's own, genuine messages in this thread point to. */
function pointsTo({ thread }: OpenedRequest): string[] {
  return genuine(thread)
    .filter(message => message.from === 'staff')
    .flatMap(message => Array.from(message.text.matchAll(REFERENCE), ([, reference = '']) => reference))
}

/**
 * The requests linked with one, either way. A link is a sealed message of staff in the newer thread: the intake cannot
 * read it, nobody else can forge it, and the person sees that it was made.
 */
export function linkedWith(one: OpenedRequest, all: readonly OpenedRequest[]): OpenedRequest[] {
  const own = pointsTo(one)
  return all.filter(
    other =>
      other.stored.id !== one.stored.id &&
      (own.includes(referenceOf(other)) || pointsTo(other).includes(referenceOf(one))),
  )
}

/** What a request may belong to: opened ones of the same kind of person, received no later, newest first. */
export function candidatesFor(one: OpenedRequest, all: readonly OpenedRequest[]): OpenedRequest[] {
  const linked = linkedWith(one, all)
  return all
    .filter(
      other =>
        other.stored.id !== one.stored.id &&
        !linked.includes(other) &&
        other.envelope?.request.audience === one.envelope?.request.audience &&
        other.stored.receivedOn <= one.stored.receivedOn,
    )
    .sort((a, b) => b.stored.receivedOn.localeCompare(a.stored.receivedOn))
    .slice(0, MOST_CANDIDATES)
}

const MOST_CANDIDATES = 20
