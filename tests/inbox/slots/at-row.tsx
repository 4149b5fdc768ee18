import { render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, vi } from 'vitest'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import type * as reply from '../../../src/inbox/model/reply.ts'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import { AtDesk } from '../at-desk.tsx'
import { on, slot } from '../made-up.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

// The intake and sealing are stood in for: what a row says and does is looked at here.
// A file of tests imports this first: what comes before it has the real ones.
vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const acted = vi.hoisted(() => vi.fn())
/** The times as they stand when one is changed. */
const intakeHas = vi.hoisted(() => ({ slots: [] as StaffSlot[] }))
const refusal = vi.hoisted(() => ({ why: null as 'slot-booked' | 'slot-changed' | null }))
vi.mock('../../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, more: object) => {
    if (name === 'staffSlots')
      return Promise.resolve({ version: 'v', times: { slots: intakeHas.slots, tally: {} } })
    if (/Slots?$/.test(name)) acted(name, more)
    return refusal.why === null
      ? Promise.resolve({ cancelled: 1 })
      : Promise.reject(new IntakeError(refusal.why))
  },
}))
type Named = { readonly id: string; readonly requestId: string }
const sent = vi.hoisted(() => [] as unknown[])
/** The bookings whose person need not be told any more. */
const unneeded = vi.hoisted(() => new Map<string, reply.Unneeded>())
vi.mock('../../../src/inbox/model/reply.ts', async importActual => ({
  ...(await importActual<typeof reply>()),
  prepareCalledOff: (_: unknown, { id: booking, requestId: id }: Named, text: string) =>
    Promise.resolve(unneeded.get(booking) ?? { id, text, cancels: [booking] }),
  sendReply: (ready: unknown) => Promise.resolve(void sent.push(ready)),
}))

export { acted, intakeHas, refusal, sent, unneeded }
export const { SlotRow } = await import('../../../src/inbox/slots/slot-row.tsx')

/** Hears what is said when something was done. */
export const onDone = vi.fn<(said: string) => void>()
export const show = (one: StaffSlot, requests: readonly OpenedRequest[] = []): unknown =>
  render(
    <AtDesk requests={requests} slots={[one]}>
      <SlotRow slot={one} date={one.dates[0]!} onDone={onDone} />
    </AtDesk>,
  )
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })

/** What was said of it, once it was. */
export const said = async (): Promise<string> => {
  await waitFor(() => {
    expect(onDone).toHaveBeenCalledOnce()
  })
  return onDone.mock.calls[0]![0]
}

/** A course of two days. */
export const course = (by: readonly string[]): StaffSlot => ({
  ...slot('s', `${on(26)}T16:00:00Z`, by),
  kind: 'relatives-course',
  dates: [26, 29].map(day => ({ startsAt: `${on(day)}T16:00:00Z`, minutes: 120 })),
  seats: 8,
  bookings: slot('s', '', by).bookings.map(booking => ({ ...booking, kind: 'relatives-course' })),
})

/** Each test begins with an intake that refuses nothing and was sent nothing. */
export function eachWithNothingDone(): void {
  eachOnItsOwnPage()
  beforeEach(() => {
    // Long before all of these times: on the day itself more is said of who is called off.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
    sent.length = 0
    unneeded.clear()
    refusal.why = null
  })
}
