import { referenceOf } from './links.ts'
import type { OpenedRequest } from './requests.ts'
import { isFinished } from './urgency.ts'

/** The first signs of the reference that tell namesakes apart. */
const SIGNS = 4

const plain = (alias: string): string => alias.normalize('NFC').toLocaleLowerCase('da').trim()

/** The made-up name of a request that somebody may still come with; undefined when it has none, or is done with. */
function aliveAlias(one: OpenedRequest): string | undefined {
  const alias = one.envelope?.request.alias
  return alias === undefined || one.stored.state === 'junk' || isFinished(one) ? undefined : plain(alias)
}

/** What a request looks like with its mark; made once, so that what is drawn of it stays the same. */
const marked = new WeakMap<OpenedRequest, OpenedRequest>()

/**
 * The same requests; those whose made-up name somebody else has too, while both can still come, get a mark to tell them
 * apart. The name itself never changes: it was given, and is said at the door.
 */
export function markNamesakes(requests: readonly OpenedRequest[]): readonly OpenedRequest[] {
  const counts = new Map<string, number>()
  for (const one of requests) {
    const alias = aliveAlias(one)
    if (alias !== undefined) counts.set(alias, (counts.get(alias) ?? 0) + 1)
  }
  if (![...counts.values()].some(count => count > 1)) return requests
  return requests.map(one => ((counts.get(aliveAlias(one) ?? '') ?? 0) > 1 ? withMark(one) : one))
}

function withMark(one: OpenedRequest): OpenedRequest {
  const before = marked.get(one)
  if (before) return before
  const made = { ...one, mark: referenceOf(one).slice(0, SIGNS) }
  marked.set(one, made)
  return made
}
