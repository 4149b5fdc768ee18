import { readPhone } from '../../core/request/index.ts'
import { genuine } from '../../core/sealing/index.ts'
import type { OpenedRequest } from './requests.ts'

/** The first eight signs of a request's id: enough to tell requests apart, and no secret. */
export const referenceOf = ({ stored }: OpenedRequest): string => stored.id.slice(0, 8)

/** How a link was written before it had a field of its own. */
const IN_TEXT = /\(#([0-9a-f]{8})\)/g

/** The requests that staff's own, genuine messages in this thread point to. */
function pointsTo({ thread }: OpenedRequest): string[] {
  return genuine(thread)
    .filter(message => message.from === 'staff')
    .flatMap(({ text, links }) => [
      ...(links === undefined ? [] : [links]),
      ...Array.from(text.matchAll(IN_TEXT), ([, reference = '']) => reference),
    ])
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

/** Whether staff have linked a request with one that is not among these. */
export const isLinkedBeyond = (one: OpenedRequest, all: readonly OpenedRequest[]): boolean =>
  pointsTo(one).some(reference => !all.some(other => referenceOf(other) === reference))

/** What speaks for two requests being of one person. */
export type Likeness = 'phone' | 'name'
export type Candidate = { readonly other: OpenedRequest; readonly same: readonly Likeness[] }

/**
 * What a request may belong to: opened ones of the same kind of person, received no later. Those with the same number or
 * name first, then the newest: a wrong pick tells a stranger that somebody wrote.
 */
export function candidatesFor(one: OpenedRequest, all: readonly OpenedRequest[]): Candidate[] {
  const linked = linkedWith(one, all)
  return all
    .filter(
      other =>
        other.stored.id !== one.stored.id &&
        !linked.includes(other) &&
        other.envelope?.request.audience === one.envelope?.request.audience &&
        other.stored.receivedOn <= one.stored.receivedOn,
    )
    .map(other => ({ other, same: likeness(one, other) }))
    .sort(
      (a, b) =>
        b.same.length - a.same.length || b.other.stored.receivedOn.localeCompare(a.other.stored.receivedOn),
    )
    .slice(0, MOST_CANDIDATES)
}

const MOST_CANDIDATES = 20

function likeness(one: OpenedRequest, other: OpenedRequest): Likeness[] {
  const [a, b] = [one, other].map(({ envelope, given }) => ({
    phone: digits(given.phone ?? envelope?.request.phone),
    name: plain(given.name ?? envelope?.request.name),
  }))
  return (['phone', 'name'] as const).filter(key => a?.[key] !== '' && a?.[key] === b?.[key])
}

/** A number is written in many ways: its last eight digits are the whole of a Danish one. */
const digits = (phone = ''): string => readPhone(phone)?.number ?? phone.replace(/\D/g, '').slice(-8)
const plain = (name = ''): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da')
