import { inFixedOrder } from './fixed-order.ts'
import { lastOf } from './thread-position.ts'
import { messageHash, type Side, type ThreadMessage } from './message.ts'
import type { Gap, GenuineEntry } from './thread-entry.ts'

/** No mailbox holds more messages than this, so no honest number is further from the one before it. */
const REACH = 500

/**
 * The messages whose numbers can be honest: each is within reach of the one before it in its own row, and claims to have
 * seen nothing far beyond what the other side has written.
 */
export function inReach(messages: readonly ThreadMessage[]): ReadonlySet<ThreadMessage> {
  const rows = (['citizen', 'staff'] as const).flatMap(side => {
    let before = 0
    return messages
      .filter(({ from }) => from === side)
      .sort((a, b) => a.seq - b.seq)
      .filter(({ seq }) => {
        const near = seq <= before + REACH
        if (near) before = seq
        return near
      })
  })
  const last = { citizen: lastOf(rows, 'citizen'), staff: lastOf(rows, 'staff') }
  return new Set(rows.filter(({ from, seen }) => seen <= last[other(from)] + REACH))
}

const other = (side: Side): Side => (side === 'staff' ? 'citizen' : 'staff')

/** Says of each message whether another one of its side has the same number: then one of them may not be theirs. */
export function markTwins(entries: readonly GenuineEntry[]): GenuineEntry[] {
  return entries.map(entry => ({
    ...entry,
    twin: entries.some(
      other =>
        other !== entry &&
        other.message.from === entry.message.from &&
        other.message.seq === entry.message.seq,
    ),
  }))
}

/**
 * Merges the two sides' own rows: a message comes after what its writer had seen. Where neither had seen the
 * other's, the day decides, and on the same day the citizen comes first.
 */
export function inOrder(entries: readonly GenuineEntry[]): GenuineEntry[] {
  const row = (side: Side) =>
    entries.filter(entry => entry.message.from === side).sort((a, b) => inFixedOrder(rank(a), rank(b)))
  const citizen = row('citizen')
  const staff = row('staff')
  const merged: GenuineEntry[] = []
  for (;;) {
    const [c, s] = [citizen[0], staff[0]]
    if (c === undefined || s === undefined) return [...merged, ...citizen, ...staff]
    const first = comesFirst(c.message, s.message) ? c : s
    ;(first === c ? citizen : staff).shift()
    merged.push(first)
  }
}

function comesFirst(citizen: ThreadMessage, staff: ThreadMessage): boolean {
  if (staff.seen >= citizen.seq) return true
  if (citizen.seen >= staff.seq) return false
  return citizen.writtenOn <= staff.writtenOn
}

/** Sorts one side's row by number, then day; twins of one day by hash, so that both sides see one order. */
function rank({ message }: GenuineEntry): string {
  return `${String(message.seq).padStart(4, '0')} ${message.writtenOn} ${messageHash(message)}`
}

/** Every number below one that is there, every `prev` that no message here has, every `seen` beyond what is here. */
export function findGaps(messages: readonly ThreadMessage[]): Gap[] {
  const hashes = new Set(messages.map(messageHash))
  const missing = new Set<string>()
  for (const side of ['citizen', 'staff'] as const) {
    const own = messages.filter(message => message.from === side)
    const numbers = new Set(own.map(message => message.seq))
    const others = messages.filter(message => message.from !== side)
    const known = Math.max(0, ...numbers, ...others.map(message => message.seen))
    for (let seq = 1; seq <= known; seq++) if (!numbers.has(seq)) missing.add(`${side} ${seq}`)
    for (const { prev, seq } of own) {
      if (prev !== null && !hashes.has(prev)) missing.add(`${side} ${seq - 1}`)
    }
  }
  return Array.from(missing, key => {
    const [from, seq] = key.split(' ')
    return { from: from === 'staff' ? 'staff' : 'citizen', seq: Number(seq) }
  })
}
