import { readPhone } from '../../core/request/index.ts'
import { linkedWith } from './links.ts'
import type { OpenedRequest } from './requests.ts'
import { found } from './search.ts'

/** What speaks for two requests being of one person. */
export type Likeness = 'phone' | 'name'
export type Candidate = { readonly other: OpenedRequest; readonly same: readonly Likeness[] }

/**
 * What a request may belong to: opened ones of the same kind of person, received no later. Those with the same number or
 * name first, then the newest, few of them unless they are searched for: a wrong pick tells a stranger that somebody wrote.
 * @param query words that have to stand in them, as in the list's own search; empty when anything may
 */
export function candidatesFor(one: OpenedRequest, all: readonly OpenedRequest[], query = ''): Candidate[] {
  const may = mayBelongTo(one, linkedWith(one, all))
  const own = comparedBy(one)
  const alike: Candidate[] = []
  const others: OpenedRequest[] = []
  for (const other of found(all, query)) {
    if (!may(other)) continue
    const same = likeness(own, comparedBy(other))
    if (same.length > 0) alike.push({ other, same })
    else others.push(other)
  }
  alike.sort((a, b) => b.same.length - a.same.length || newestFirst(a.other, b.other))
  const isAsked = query.trim() !== ''
  const most = isAsked ? MOST_CANDIDATES : Math.min(Math.max(alike.length, FEW_GUESSED), MOST_CANDIDATES)
  const guessed = newest(others, most - alike.length).map(other => ({ other, same: NOTHING }))
  return [...alike.slice(0, most), ...guessed]
}

/** The newest of them, those of one day in the order in which they come: a few of thousands, which are not sorted for it. */
function newest(of: readonly OpenedRequest[], count: number): readonly OpenedRequest[] {
  const kept: OpenedRequest[] = []
  if (count <= 0) return kept
  for (const one of of) {
    const last = kept[count - 1]
    if (last && newestFirst(last, one) <= 0) continue
    const at = kept.findIndex(other => newestFirst(other, one) > 0)
    kept.splice(at === -1 ? kept.length : at, 0, one)
    if (kept.length > count) kept.pop()
  }
  return kept
}

/** Whether there is any, without reading what they are compared by. */
export const hasCandidates = (one: OpenedRequest, all: readonly OpenedRequest[]): boolean =>
  all.some(mayBelongTo(one, linkedWith(one, all)))

const mayBelongTo =
  (one: OpenedRequest, linked: readonly OpenedRequest[]) =>
  (other: OpenedRequest): boolean =>
    other.stored.id !== one.stored.id &&
    !linked.includes(other) &&
    other.envelope?.request.audience === one.envelope?.request.audience &&
    other.stored.receivedOn <= one.stored.receivedOn

const MOST_CANDIDATES = 20
/** Of those that nothing speaks for, a long row would only be guessed from. */
const FEW_GUESSED = 5

/** Days as `YYYY-MM-DD`: as texts they stand in their order. */
const newestFirst = ({ stored: a }: OpenedRequest, { stored: b }: OpenedRequest): number =>
  a.receivedOn === b.receivedOn ? 0 : a.receivedOn < b.receivedOn ? 1 : -1

const LIKENESSES = ['phone', 'name'] as const
const NOTHING: readonly Likeness[] = []

const likeness = (a: Compared, b: Compared): readonly Likeness[] =>
  a.phone === b.phone || a.name === b.name
    ? LIKENESSES.filter(key => a[key] !== '' && a[key] === b[key])
    : NOTHING

type Compared = Readonly<Record<Likeness, string>>

/** Made once, since a request never changes: reading a number takes long where there are a thousand. */
const compared = new WeakMap<OpenedRequest, Compared>()

function comparedBy(opened: OpenedRequest): Compared {
  const before = compared.get(opened)
  if (before) return before
  const { envelope, given } = opened
  const made = {
    phone: digits(given.phone ?? envelope?.request.phone),
    name: plain(given.name ?? envelope?.request.name),
  }
  compared.set(opened, made)
  return made
}

/** Makes ready what a request is compared with others by. */
export function makeComparable(opened: OpenedRequest): void {
  comparedBy(opened)
}

/** A number is written in many ways: its last eight digits are the whole of a Danish one. */
const digits = (phone = ''): string => readPhone(phone)?.number ?? phone.replace(/\D/g, '').slice(-8)
const plain = (name = ''): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da')
