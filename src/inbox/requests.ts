import { staffRequestsAnswer, type StaffRequest } from '../core/contract/index.ts'
import { contactRequest, crisesIn, type ContactRequest, type Crisis } from '../core/request/index.ts'
import { fromBase64url, openRequest, SealingError, type Envelope } from '../core/sealing/index.ts'
import { call } from './api.ts'
import type { Session } from './session.ts'

/** A stored request, opened in this browser; `envelope` is null when it does not open. */
export type OpenedRequest = {
  readonly stored: StaffRequest
  readonly envelope: Envelope<ContactRequest> | null
  readonly crises: readonly Crisis[]
}

/** Fetches all requests and opens them here. The intake hands out what it cannot read. */
export async function fetchRequests(session: Session): Promise<OpenedRequest[]> {
  const { requests } = await call('GET', '/api/staff/requests', staffRequestsAnswer)
  const identities = session.teams.map(team => team.identity)
  const opened = await Promise.all(requests.map(stored => openStored(stored, identities)))
  return opened.sort(byUrgency)
}

async function openStored(stored: StaffRequest, identities: readonly string[]): Promise<OpenedRequest> {
  try {
    const envelope = await openRequest(fromBase64url(stored.sealed), identities, contactRequest, stored.id)
    return { stored, envelope, crises: crisesIn(envelope?.request.message ?? '') }
  } catch (error) {
    if (!(error instanceof SealingError)) throw error
    return { stored, envelope: null, crises: [] }
  }
}

const stateOrder = { new: 0, opened: 1, answered: 2, 'handed-over': 3, closed: 4 } as const

/**
 * The most urgent first: signs of crisis among what is not finished, then what nobody has opened, then what has waited
 * longest; of one day a young person before the others.
 */
export function byUrgency(a: OpenedRequest, b: OpenedRequest): number {
  return (
    Number(isFinished(a)) - Number(isFinished(b)) ||
    Number(b.crises.length > 0) - Number(a.crises.length > 0) ||
    stateOrder[a.stored.state] - stateOrder[b.stored.state] ||
    a.stored.receivedOn.localeCompare(b.stored.receivedOn) ||
    Number(isYoung(b)) - Number(isYoung(a)) ||
    a.stored.id.localeCompare(b.stored.id)
  )
}

export const isFinished = ({ stored }: OpenedRequest): boolean =>
  stored.state === 'handed-over' || stored.state === 'closed'

const isYoung = ({ envelope }: OpenedRequest): boolean => envelope?.request.audience === 'youth'
