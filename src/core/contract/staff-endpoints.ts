import * as z from 'zod/mini'
import { auditAnswer } from './audit.ts'
import { staffCalls } from './calls.ts'
import { uuid } from './encoding.ts'
import type { Endpoint } from './endpoint.ts'
import { messageAnswer } from './mailbox.ts'
import {
  bookingsCancel,
  bookingsCancelAnswer,
  challengeAnswer,
  changesAnswer,
  changesPost,
  notePost,
  figuresAnswer,
  noticesAnswer,
  replyPost,
  sessionAnswer,
  sessionPost,
  slotChange,
  slotsDelete,
  slotsPost,
  staffRequest,
  staffRequestsAnswer,
  staffSlotsAnswer,
  staffSlotsQuery,
  statePost,
  statesAnswer,
  statesPost,
} from './staff.ts'
import { acceptPost, calendarPost, invitePost, teamAnswer, teamPost } from './team.ts'
import { templatesAnswer, templatesPost } from './templates.ts'

/** What the inbox may ask of the intake: its page before signing in, or a member. */
export const staffEndpoints = {
  challenge: {
    ...staffCalls.challenge,
    by: 'inbox',
    does: 'A nonce to sign in with, once.',
    answer: challengeAnswer,
  },
  signIn: {
    ...staffCalls.signIn,
    by: 'inbox',
    does: 'Signs a member in with a signed statement; sets a cookie.',
    body: sessionPost,
    answer: sessionAnswer,
    makes: true,
  },
  signOut: {
    ...staffCalls.signOut,
    by: 'inbox',
    does: 'Ends all sessions of the member.',
  },
  signOutHere: {
    ...staffCalls.signOutHere,
    by: 'inbox',
    does: 'Ends the session of this browser alone: a desk that is locked leaves none behind.',
  },
  staffRequests: {
    ...staffCalls.staffRequests,
    by: 'member',
    does: 'All requests, page by page in the order of their random ids.',
    query: z.strictObject({ after: z.optional(uuid) }),
    answer: staffRequestsAnswer,
  },
  changes: {
    ...staffCalls.changes,
    by: 'member',
    does: 'Only what the caller lacks, by content hash, and which of its versions no longer stand.',
    body: changesPost,
    answer: changesAnswer,
  },
  moveSeveral: {
    ...staffCalls.moveSeveral,
    by: 'member',
    does: 'Moves several requests on, each from the state the member saw; names those that stand elsewhere.',
    body: statesPost,
    answer: statesAnswer,
  },
  staffRequest: {
    ...staffCalls.staffRequest,
    by: 'member',
    does: 'One request with its thread, notes and bookings.',
    answer: staffRequest,
  },
  reply: {
    ...staffCalls.reply,
    by: 'member',
    does: 'Takes a sealed message of staff.',
    body: replyPost,
    answer: messageAnswer,
    makes: true,
  },
  note: {
    ...staffCalls.note,
    by: 'member',
    does: 'Takes a sealed note that only staff see.',
    body: notePost,
    answer: messageAnswer,
    makes: true,
  },
  move: {
    ...staffCalls.move,
    by: 'member',
    does: 'Moves a request on from the state the member saw; 409 with the present state otherwise.',
    body: statePost,
  },
  exported: {
    ...staffCalls.exported,
    by: 'member',
    does: 'Records that the text of a request was copied or handed over.',
  },
  staffSlots: {
    ...staffCalls.staffSlots,
    by: 'member',
    does: 'Published times from today on, with who has them; nothing where the caller has them as they are.',
    query: staffSlotsQuery,
    answer: staffSlotsAnswer,
  },
  publishSlots: {
    ...staffCalls.publishSlots,
    by: 'member',
    does: 'Publishes times, all or none.',
    body: slotsPost,
  },
  changeSlot: {
    ...staffCalls.changeSlot,
    by: 'member',
    does: 'Changes a published time; what citizens were shown of it only while nobody has it, and then under another id.',
    body: slotChange,
  },
  withdrawSlots: {
    ...staffCalls.withdrawSlots,
    by: 'member',
    does: 'Withdraws times that nobody has, all or none.',
    body: slotsDelete,
  },
  callOff: {
    ...staffCalls.callOff,
    by: 'member',
    does: 'Calls booked times off.',
    body: bookingsCancel,
    answer: bookingsCancelAnswer,
  },
  figures: {
    ...staffCalls.figures,
    by: 'member',
    does: 'How many requests came in each week, and how soon they were answered; under five is not told apart.',
    answer: figuresAnswer,
  },
  notices: {
    ...staffCalls.notices,
    by: 'member',
    does: 'Whether members can be told by mail that something has come.',
    answer: noticesAnswer,
  },
  templates: {
    ...staffCalls.templates,
    by: 'member',
    does: 'What leaders have made of the templates for replies, sealed and signed inside.',
    answer: templatesAnswer,
  },
  changeTemplates: {
    ...staffCalls.changeTemplates,
    by: 'member',
    does: 'Takes templates that a leader has signed and sealed, made from the version named. For leaders.',
    body: templatesPost,
  },
  audit: {
    ...staffCalls.audit,
    by: 'member',
    does: 'Who did what, the newest first. For leaders.',
    query: z.strictObject({ before: z.optional(z.string()) }),
    answer: auditAnswer,
  },
  team: {
    ...staffCalls.team,
    by: 'member',
    does: 'The signed list of members and what hangs on it. The caller checks it: the intake is not believed.',
    answer: teamAnswer,
  },
  changeTeam: {
    ...staffCalls.changeTeam,
    by: 'member',
    does: 'Takes entries that a leader has signed; ends the sessions of whoever is removed. For leaders.',
    body: teamPost,
  },
  invite: {
    ...staffCalls.invite,
    by: 'member',
    does: 'Makes a link for a newcomer that works once and for a day. For leaders.',
    body: invitePost,
  },
  takeBackInvite: {
    ...staffCalls.takeBackInvite,
    by: 'member',
    does: 'Takes an invitation back. For leaders.',
  },
  acceptInvite: {
    ...staffCalls.acceptInvite,
    by: 'inbox',
    does: 'Takes the public keys that a newcomer has made; a leader must confirm them.',
    body: acceptPost,
  },
  renewCalendar: {
    ...staffCalls.renewCalendar,
    by: 'member',
    does: 'Puts the caller’s own calendar feed at a new address; the old one ends at once.',
    body: calendarPost,
  },
} as const satisfies Readonly<Record<keyof typeof staffCalls, Endpoint>>
