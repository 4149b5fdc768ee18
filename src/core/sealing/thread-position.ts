import { SealingError } from './errors.ts'
import { messageHash, SEQ_MAX, type ThreadPosition, type Side, type ThreadMessage } from './message.ts'

/** The highest number one side has reached; 0 when it has written nothing. */
export function lastOf(messages: readonly ThreadMessage[], from: Side): number {
  return Math.max(0, ...messages.filter(message => message.from === from).map(message => message.seq))
}

/** The highest number of the other side that this side has answered; 0 when none. */
export function seenBy(messages: readonly ThreadMessage[], from: Side): number {
  return Math.max(0, ...messages.filter(message => message.from === from).map(message => message.seen))
}

/**
 * The place after the genuine messages, the writer's own unsent ones included.
 *
 * @param messages in the order of `openThread`, then what waits in the outbox.
 * @param seen what the writer had before them; all that is here, when it is left out.
 * @throws SealingError `full` when this side has reached the highest number.
 */
export function nextPosition(
  messages: readonly ThreadMessage[],
  from: Side,
  seen = lastOf(messages, from === 'staff' ? 'citizen' : 'staff'),
): ThreadPosition {
  const last = lastOf(messages, from)
  if (last >= SEQ_MAX) throw new SealingError('full', 'no number is left in this thread')
  const before = messages.find(message => message.from === from && message.seq === last)
  return { seq: last + 1, prev: before === undefined ? null : messageHash(before), seen }
}
