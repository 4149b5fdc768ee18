import type { FastifyReply } from 'fastify'
import { PROBLEM_PREFIX, type Problem, type ProblemName } from '../core/contract/index.ts'

/** What each problem says: for programs and those who read traffic. The app has its own words for each `type`. */
const problems: { readonly [N in ProblemName]: { status: number; title: string; detail: string } } = {
  'not-json': {
    status: 400,
    title: 'The body is not JSON',
    detail: 'Send one JSON object with Content-Type: application/json.',
  },
  'not-signed-in': { status: 401, title: 'Not signed in', detail: 'Sign in again.' },
  'sign-in-refused': {
    status: 403,
    title: 'Sign-in refused',
    detail: 'Ask for a new challenge and sign it, on the inbox of this intake.',
  },
  'leaders-only': { status: 403, title: 'For leaders', detail: 'Ask a leader of the team.' },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing here.' },
  'unknown-mailbox': {
    status: 404,
    title: 'Unknown mailbox',
    detail: 'No mailbox belongs to this token: it was never here, or it is erased.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'Use one of the methods named in Allow.',
  },
  'id-conflict': {
    status: 409,
    title: 'This id is taken',
    detail: 'The same id was accepted before with other content.',
  },
  'slot-taken': {
    status: 409,
    title: 'The time is taken',
    detail: 'None of the wished times is free any more.',
  },
  'no-booking-left': {
    status: 409,
    title: 'No booking left',
    detail: 'This mailbox has booked as many times of this kind as it may.',
  },
  'slot-exists': {
    status: 409,
    title: 'Published already',
    detail: 'The same time with the same room and counsellor is there already.',
  },
  'slot-booked': {
    status: 409,
    title: 'The time is booked',
    detail: 'Cancel its bookings first, with a word to those who have them.',
  },
  'slot-changed': {
    status: 409,
    title: 'The time has changed',
    detail: 'Somebody has changed it since: fetch the times again, and do the change again.',
  },
  'state-changed': {
    status: 409,
    title: 'It stands elsewhere',
    detail: 'Somebody has moved it on or written since; "state" says where it stands now.',
  },
  'team-changed': {
    status: 409,
    title: 'The team has changed',
    detail: 'Somebody has changed the list of members since: fetch it again.',
  },
  'templates-changed': {
    status: 409,
    title: 'The templates have changed',
    detail: 'Somebody has changed them since: fetch them again, and do the change again.',
  },
  erased: { status: 410, title: 'Erased', detail: 'What had this id was withdrawn or is out of its time.' },
  'too-large': { status: 413, title: 'Too large', detail: 'A body may have 64 KiB.' },
  'wrong-type': { status: 415, title: 'Wrong media type', detail: 'Send Content-Type: application/json.' },
  unacceptable: {
    status: 422,
    title: 'The schema refuses this',
    detail: 'The part named in "field" is missing or wrong.',
  },
  'slow-down': {
    status: 429,
    title: 'Slow down',
    detail: 'Wait as long as Retry-After says, or solve the challenge and send its proof along.',
  },
  broken: { status: 500, title: 'Broken', detail: 'Our fault. Nothing was accepted; try again later.' },
  'not-ready': { status: 503, title: 'Not ready', detail: 'The store does not answer. Try again later.' },
}

/** Members of a problem beyond the four that all have (RFC 9457 §3.2). */
export type ProblemExtra = Pick<Problem, 'field' | 'state' | 'challenge' | 'cost' | 'expires'>

/** The body of a problem (RFC 9457 §3.1). */
function problemBody(name: ProblemName, extra: ProblemExtra = {}): Problem {
  return { type: PROBLEM_PREFIX + name, ...problems[name], ...extra }
}

/** Answers with a problem. Returns the reply, as a handler or hook that has answered must. */
export function refuse(reply: FastifyReply, name: ProblemName, extra: ProblemExtra = {}): FastifyReply {
  return reply
    .code(problems[name].status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(name, extra)))
}

/** Which problem an error of the framework is; null for one that is our fault. */
export function frameworkProblem(error: unknown): ProblemName | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  switch (error.statusCode) {
    case 400:
      return 'not-json' // the framework's other 400s (bad address) never reach the error handler
    case 413:
      return 'too-large'
    case 415:
      return 'wrong-type'
    default:
      return null
  }
}
