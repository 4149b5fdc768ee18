import * as z from 'zod/mini'
import { citizenCalls } from './calls.ts'
import type { Endpoint } from './endpoint.ts'
import { bookingAnswer, bookingPost, mailboxAnswer, messageAnswer, messagePost } from './mailbox.ts'
import { recipientsAnswer, requestAnswer, requestPost } from './requests.ts'
import { slotKind, slotsAnswer } from './slots.ts'

/** What a citizen's phone may ask of the intake: anybody, or the holder of a mailbox's token. */
export const citizenEndpoints = {
  recipients: {
    ...citizenCalls.recipients,
    by: 'anybody',
    does: 'The recipients that requests are sealed to: compared with the build’s own, never used for sealing.',
    answer: recipientsAnswer,
  },
  slots: {
    ...citizenCalls.slots,
    by: 'anybody',
    does: 'Free times of a kind, soonest first.',
    query: z.strictObject({ kind: slotKind }),
    answer: slotsAnswer,
  },
  sendRequest: {
    ...citizenCalls.sendRequest,
    by: 'anybody',
    does: 'Takes a sealed request. One that wishes for times costs a proof of work; a taken time never loses it.',
    body: requestPost,
    answer: requestAnswer,
    makes: true,
  },
  readMailbox: {
    ...citizenCalls.readMailbox,
    by: 'mailbox',
    does: 'The messages and booked times of a mailbox.',
    answer: mailboxAnswer,
  },
  withdraw: {
    ...citizenCalls.withdraw,
    by: 'mailbox',
    does: 'Erases the request, its messages and its bookings.',
  },
  sendMessage: {
    ...citizenCalls.sendMessage,
    by: 'mailbox',
    does: 'Takes a sealed message of the citizen.',
    body: messagePost,
    answer: messageAnswer,
    makes: true,
  },
  book: {
    ...citizenCalls.book,
    by: 'mailbox',
    does: 'Books the first free wished time, or moves a booking. Costs a proof of work.',
    body: bookingPost,
    answer: bookingAnswer,
    makes: true,
  },
  giveBack: {
    ...citizenCalls.giveBack,
    by: 'mailbox',
    does: 'Gives a booked time back.',
  },
} as const satisfies Readonly<Record<keyof typeof citizenCalls, Endpoint>>
