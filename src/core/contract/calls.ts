/** A call of the intake's JSON, as it stands in a request line (RFC 9112 §3). */
export type Call = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** As the router writes it: `:id` stands for an id. */
  readonly path: string
}

/** What citizens' phones call. Apart from the schemas, so that a phone carries only what it calls. */
export const citizenCalls = {
  recipients: { method: 'GET', path: '/api/recipients' },
  slots: { method: 'GET', path: '/api/slots' },
  sendRequest: { method: 'POST', path: '/api/requests' },
  readMailbox: { method: 'GET', path: '/api/mailbox' },
  withdraw: { method: 'DELETE', path: '/api/mailbox' },
  sendMessage: { method: 'POST', path: '/api/mailbox/messages' },
  book: { method: 'POST', path: '/api/mailbox/bookings' },
  giveBack: { method: 'DELETE', path: '/api/mailbox/bookings/:id' },
} as const satisfies Readonly<Record<string, Call>>

/** What the inbox calls. */
export const staffCalls = {
  challenge: { method: 'POST', path: '/api/staff/challenge' },
  signIn: { method: 'POST', path: '/api/staff/session' },
  signOut: { method: 'DELETE', path: '/api/staff/session' },
  signOutHere: { method: 'DELETE', path: '/api/staff/session/here' },
  staffRequests: { method: 'GET', path: '/api/staff/requests' },
  changes: { method: 'POST', path: '/api/staff/requests/changes' },
  moveSeveral: { method: 'POST', path: '/api/staff/requests/state' },
  staffRequest: { method: 'GET', path: '/api/staff/requests/:id' },
  reply: { method: 'POST', path: '/api/staff/requests/:id/replies' },
  note: { method: 'POST', path: '/api/staff/requests/:id/notes' },
  move: { method: 'POST', path: '/api/staff/requests/:id/state' },
  exported: { method: 'POST', path: '/api/staff/requests/:id/exported' },
  staffSlots: { method: 'GET', path: '/api/staff/slots' },
  publishSlots: { method: 'POST', path: '/api/staff/slots' },
  changeSlot: { method: 'POST', path: '/api/staff/slots/:id' },
  withdrawSlots: { method: 'DELETE', path: '/api/staff/slots' },
  callOff: { method: 'POST', path: '/api/staff/bookings/cancel' },
  audit: { method: 'GET', path: '/api/staff/audit' },
  acceptInvite: { method: 'POST', path: '/api/staff/invites/accept' },
  takeBackInvite: { method: 'DELETE', path: '/api/staff/invites/:id' },
  invite: { method: 'POST', path: '/api/staff/invites' },
  changeTeam: { method: 'POST', path: '/api/staff/team' },
  team: { method: 'GET', path: '/api/staff/team' },
  renewCalendar: { method: 'POST', path: '/api/staff/calendar' },
  templates: { method: 'GET', path: '/api/staff/templates' },
  changeTemplates: { method: 'POST', path: '/api/staff/templates' },
  figures: { method: 'GET', path: '/api/staff/figures' },
  notices: { method: 'GET', path: '/api/staff/notices' },
} as const satisfies Readonly<Record<string, Call>>

/** What no page calls: a calendar program (`:file` is a token and `.ics`), and what monitors the service. */
export const otherCalls = {
  calendarFeed: { method: 'GET', path: '/api/staff/calendar/:file' },
  alive: { method: 'GET', path: '/healthz' },
  ready: { method: 'GET', path: '/readyz' },
} as const satisfies Readonly<Record<string, Call>>

/** What every call of the inbox begins with. */
export const STAFF_PATH = '/api/staff'

/**
 * A solved proof of work, asked for under load and by every booking: the challenge as the intake gave it
 * with the found counter, as base64url JSON in the header named below.
 */
export const PROOF_HEADER = 'x-proof-of-work'

/**
 * The number of proofs of work that a caller solves for one call before it lets the intake be. A busy address (a school)
 * pays for the call, then for the time it books, and for both again when a proof ran out or got dearer meanwhile.
 */
export const MOST_PROOFS = 4
