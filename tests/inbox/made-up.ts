import type { StaffRequest, StaffSlot } from '../../src/core/contract/index.ts'
import type {
  CitizenMessage,
  KeyFile,
  ThreadPosition,
  StaffMessage,
  StaffWords,
  TeamKey,
  ThreadMessage,
  CitizenWords,
} from '../../src/core/sealing/index.ts'
import type { Readable } from '../../src/inbox/model/requests.ts'
import type { Session } from '../../src/inbox/session/session.ts'

/** A day in November 2026. */
export const on = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`

/** A genuine message of one side. */
export function message(
  from: ThreadMessage['from'],
  seq: number,
  more: Partial<ThreadPosition & CitizenWords & StaffWords & Pick<StaffMessage, 'by'>> = {},
): ThreadMessage {
  const inThread = { v: 2, kind: 'message', thread: 't', prev: null, seq, seen: 0 } as const
  const written = { ...inThread, writtenOn: on(2), text: `${from} ${seq}`, ...more }
  return from === 'citizen'
    ? ({ ...written, from, mac: `${from}${seq}` } as CitizenMessage)
    : ({ epoch: 1, author: '', ...written, from, signature: `${from}${seq}` } as StaffMessage)
}

/** A member's keys that open and sign nothing. */
export const noKey: KeyFile = { v: 1, name: '', identity: '', signing: '' }

/** A team key that nothing is sealed to. */
export const noTeam: TeamKey = { epoch: 1, identity: '', recipient: '', signing: '', signer: '' }

/** A member who is signed in, with keys that open nothing. What is half-written is locked in no test that uses it. */
export const aSession = (more: Partial<Session> = {}): Session => ({
  name: '',
  member: '',
  key: noKey,
  teams: [noTeam],
  keptKey: {} as CryptoKey,
  ...more,
})

/** An opened request, as far as the page looks at it. */
export function opened(
  id: string,
  made: {
    readonly stored?: Partial<StaffRequest>
    readonly request?: object
    readonly writtenOn?: string
    readonly messages?: readonly ThreadMessage[]
    readonly more?: Partial<Readable>
  } = {},
): Readable {
  const { stored, request, writtenOn = on(2), messages = [], more } = made
  const entries = messages.map(one => ({
    id: `${one.from}${one.seq}`,
    on: one.writtenOn,
    status: 'genuine',
    message: one,
    twin: false,
  }))
  // As the intake has it: whatever ended the waiting stands as an answer.
  const isAnswered = ['answered', 'handed-over', 'closed'].includes(stored?.state ?? 'new')
  const all = {
    stored: {
      id,
      receivedOn: on(2),
      state: 'new',
      stateOn: on(2),
      answeredOn: isAnswered ? on(2) : null,
      held: 0,
      written: messages.filter(one => one.from === 'citizen').length,
      messages: [],
      bookings: [],
      ...stored,
    },
    envelope: {
      writtenOn,
      request: { audience: 'adult', wish: 'advice', identity: 'anonymous', language: 'da', ...request },
    },
    thread: { messages: entries, gaps: [] },
    signs: [],
    unanswered: 0,
    given: {},
    notes: [],
    ...more,
  }
  // Sound: it holds all that is read of a request once it is opened.
  return all as unknown as Readable
}

/** A published time that is booked by these requests. */
export function slot(id: string, startsAt: string, by: readonly string[]): StaffSlot {
  const kind = 'adult-talk'
  return {
    id,
    kind,
    dates: [{ startsAt, minutes: 45 }],
    place: 'house',
    seatsLeft: 0,
    seats: by.length,
    room: null,
    counsellor: null,
    bookings: by.map(requestId => ({ id: `b-${requestId}`, requestId, slotId: id, kind })),
  }
}
