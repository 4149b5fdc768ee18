import * as z from 'zod/mini'
import { hybridRecipient } from '../sealing/recipients.ts'
import { role, teamEntry } from '../sealing/team-entry.ts'
import { memberName } from '../sealing/team-signing.ts'
import { base64url, base64url32, uuid } from './encoding.ts'

/** The team's keys of one epoch, wrapped (an age file) to a member's own key. */
const wrappedKey = z.strictObject({ signing: base64url32, epoch: z.int(), sealed: base64url })

/** Where a member's calendar feed is: SHA-256 of the token in its address. */
const calendarOf = z.strictObject({ signing: base64url32, calendar: base64url32 })

/** `POST /api/staff/calendar`: the hash of the caller's new address; the old one ends at once. */
export const calendarPost = z.strictObject({ calendar: base64url32 })

/** Seconds for which the link of an invitation works, once. */
export const INVITED_FOR = 24 * 60 * 60

/** What a newcomer's browser has made, and tells: the public halves. */
const newcomer = z.strictObject({
  name: memberName,
  signing: base64url32,
  recipient: hybridRecipient,
  calendar: base64url32,
})
export type Newcomer = z.infer<typeof newcomer>

const invite = z.strictObject({
  id: uuid,
  role,
  /** The leader who made it, by their signing key. */
  by: base64url32,
  /** Seconds since 1970. */
  expires: z.int(),
  /** Who opened the link; null while nobody has. Not to be believed before two people have compared the words. */
  newcomer: z.nullable(newcomer),
})
export type Invite = z.infer<typeof invite>

/**
 * `GET /api/staff/team`: all the intake keeps of the team. Nothing of it is believed: `entries` are checked by the page that asks
 * (`core/sealing/team.ts`), from the first leader on, who stands in the build. `invites`: for leaders only.
 */
export const teamAnswer = z.strictObject({
  demo: z.boolean(),
  entries: z.array(z.unknown()),
  wrapped: z.array(wrappedKey),
  calendars: z.array(calendarOf),
  /** When each member signed in last: the day and hour in Denmark, `YYYY-MM-DDTHH`. */
  signedIn: z.array(z.strictObject({ signing: base64url32, hour: z.string() })),
  invites: z.array(invite),
})
export type TeamAnswer = z.infer<typeof teamAnswer>

/**
 * `POST /api/staff/team`: entries a leader has signed, to stand behind those that are there, with the keys wrapped to whom
 * they concern. 409 `team-changed` when somebody else was first. `invite`: the one that is met by it.
 */
export const teamPost = z.strictObject({
  entries: z.array(teamEntry).check(z.minLength(1), z.maxLength(200)),
  wrapped: z.array(wrappedKey).check(z.maxLength(200)),
  calendars: z.array(calendarOf).check(z.maxLength(1)),
  invite: z.optional(uuid),
})
export type TeamPost = z.infer<typeof teamPost>

/** `POST /api/staff/invites`: `token` is the SHA-256 of what stands in the link. */
export const invitePost = z.strictObject({ id: uuid, token: base64url32, role })
export type InvitePost = z.infer<typeof invitePost>

/** `POST /api/staff/invites/accept`: the token of the link with the keys that the newcomer's browser has made. */
export const acceptPost = z.strictObject({ token: base64url32, ...newcomer.shape })
