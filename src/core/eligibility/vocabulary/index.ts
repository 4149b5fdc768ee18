import { cautions } from './cautions.ts'
import { deadlines } from './deadlines.ts'
import { offers } from './offers.ts'
import { rights } from './rights.ts'

export { cautions, deadlines, offers, rights }

export type OfferId = keyof typeof offers
export type RightId = keyof typeof rights
export type DeadlineId = keyof typeof deadlines
export type CautionId = keyof typeof cautions

/** All that a rule can give. A claim is not among them: the compiler refuses a rule that would make one. */
export type GivenId = OfferId | RightId | DeadlineId | CautionId

const all: Readonly<Record<GivenId, readonly string[]>> = { ...offers, ...rights, ...deadlines, ...cautions }

/** Ids of the facts an id stands on; none where the standards are silent (emergencies). */
export const factsOf = (id: GivenId): readonly string[] => all[id]

/** Which kind of answer an id is. */
export const isOffer = (id: GivenId): id is OfferId => id in offers
export const isRight = (id: GivenId): id is RightId => id in rights
export const isDeadline = (id: GivenId): id is DeadlineId => id in deadlines
export const isCaution = (id: GivenId): id is CautionId => id in cautions
