import { describe } from 'vitest'
import { auditContract } from './contract-audit.ts'
import { bookingContract } from './contract-bookings.ts'
import { crashContract } from './contract-crash.ts'
import { deskContract } from './contract-desk.ts'
import { erasureContract } from './contract-erasure.ts'
import { figuresContract } from './contract-figures.ts'
import { noticesContract } from './contract-notices.ts'
import { requestContract } from './contract-requests.ts'
import { slotsContract } from './contract-slots.ts'
import { staffContract } from './contract-staff.ts'
import { teamContract } from './contract-team.ts'
import { templatesContract } from './contract-templates.ts'
import type { Place } from './harness.ts'

/** All that a store promises, whichever database is behind it. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  // Far more than it takes: a busy machine must not make a promise look broken.
  describe(`A store on ${name}`, { timeout: 60_000 }, () => {
    requestContract(newPlace)
    bookingContract(newPlace)
    erasureContract(newPlace)
    staffContract(newPlace)
    deskContract(newPlace)
    auditContract(newPlace)
    teamContract(newPlace)
    templatesContract(newPlace)
    noticesContract(newPlace)
    figuresContract(newPlace)
    slotsContract(newPlace)
    crashContract(newPlace)
  })
}
