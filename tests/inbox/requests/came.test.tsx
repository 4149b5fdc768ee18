// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { events, eachWithNothingSent, intake, Page, press, sending, show } from './at-notes.tsx'
import da from '../../../locales/da/inbox.json'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { isUnsaid } from '../../../src/inbox/model/meetings.ts'
import { AtDesk } from '../at-desk.tsx'
import { aSession, on, opened, slot } from '../made-up.ts'

eachWithNothingSent()

test('whether they came is noted where there was something to come to: a time, one agreed on the telephone, or a word about it', () => {
  const note = (event: string): Readable['notes'] =>
    [{ event, by: 'Bo', at: `${on(4)}T10:00:00Z`, text: '', mac: event }] as unknown as Readable['notes']
  const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'adult-talk' as const }]
  for (const [one, isAsked] of [
    [opened('a'), false],
    [opened('a', { more: { notes: note('no-answer') } }), false],
    [opened('a', { stored: { bookings } }), true],
    // The link to the time is erased.
    [opened('a', { stored: { held: 1 } }), true],
    [opened('a', { more: { notes: note('talked') } }), true],
    [opened('a', { more: { notes: note('came') } }), true],
  ] as const) {
    cleanup()
    show(one)
    for (const event of ['came', 'no-show'] as const)
      expect(screen.queryByRole('button', { name: da.notes.do[event] }) !== null).toBe(isAsked)
    expect(screen.getByRole('button', { name: da.notes.do['no-answer'] })).toBeTruthy()
  }
})

describe('whether a young person came', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  type Noted = readonly (readonly ['came' | 'no-show', number])[]
  const talks = (held: number, ...noted: Noted): Readable => {
    const notes = noted.map(([event, day], n) => ({
      event,
      by: 'Bo',
      at: `${on(day)}T08:0${n}:00Z`,
      text: '',
      mac: `${event}${day}${n}`,
    }))
    const more = { notes: notes as unknown as Readable['notes'] }
    return opened('a', { request: { audience: 'youth' }, stored: { held }, more })
  }
  /** What the intake is told for its count when this is pressed on a page that shows it as it is now. */
  const told = async (one: Readable, event: 'came' | 'no-show'): Promise<boolean | undefined> => {
    cleanup()
    intake.sending = []
    intake.now = one
    show(one)
    press(da.notes.do[event])
    expect(await events(1)).toEqual([event])
    return sending()[0]?.missed
  }

  test('a talk is counted back once, and again when they had come', async () => {
    expect(await told(talks(1), 'no-show')).toBe(true)
    expect(await told(talks(1), 'came')).toBeUndefined()
    expect(await told(talks(1, ['no-show', 5]), 'came')).toBe(false)
    expect(await told(talks(1, ['no-show', 4]), 'came')).toBe(false)
    expect(await told(talks(1, ['came', 5]), 'no-show')).toBe(true)
    // The second talk of two, and a word more than there were talks.
    expect(await told(talks(2, ['no-show', 2]), 'no-show')).toBe(true)
    expect(await told(talks(2, ['no-show', 2]), 'came')).toBeUndefined()
    expect(await told(talks(1, ['no-show', 4]), 'no-show')).toBeUndefined()
  })

  test('a word that is corrected on a later day is of the same talk, and the next talk is still asked about', async () => {
    const noted = (...told: [event: 'came' | 'no-show', day: number, upTo: number][]): Readable => {
      const notes = told.map(([event, day, upTo]) => ({
        event,
        by: 'Bo',
        at: `${on(day)}T08:00:00Z`,
        text: '',
        upTo,
        mac: `${event}${day}`,
      }))
      const more = { notes: notes as unknown as Readable['notes'] }
      return opened('a', { request: { audience: 'youth' }, stored: { held: 1, state: 'opened' }, more })
    }
    const first = noted(['no-show', 2, 1])
    expect(await told(first, 'came')).toBe(false)
    expect(sending()[0]?.upTo).toBe(1)
    const corrected = noted(['no-show', 2, 1], ['came', 4, 1])
    expect(isUnsaid(corrected)).toBe(false)
    const second = { ...corrected, stored: { ...corrected.stored, held: 2 } }
    expect(isUnsaid(second)).toBe(true)
    expect(await told(second, 'no-show')).toBe(true)
    expect(sending()[0]?.upTo).toBe(2)
    // A talk that was agreed on the telephone is none of those that were booked, and gives none of them back.
    expect(await told(noted(['came', 4, 1]), 'came')).toBeUndefined()
    expect(sending()[0]?.upTo).toBe(0)
    expect(await told(noted(['came', 3, 1], ['came', 5, 0]), 'no-show')).toBeUndefined()
    expect(isUnsaid({ ...second, notes: noted(['came', 3, 1], ['came', 4, 0]).notes })).toBe(true)
  })

  test('a talk that has begun today is one, and one that is to come is none', async () => {
    const bookings = [{ id: 'b-a', requestId: 'a', slotId: 's', kind: 'youth-talk' as const }]
    for (const [startsAt, missed] of [
      [`${on(5)}T09:00:00Z`, true],
      [`${on(5)}T11:00:00Z`, undefined],
    ] as const) {
      cleanup()
      intake.sending = []
      const one = opened('a', { request: { audience: 'youth' }, stored: { bookings } })
      intake.now = one
      render(
        <AtDesk requests={[one]} slots={[slot('s', startsAt, ['a'])]} session={aSession({ name: 'Alva' })}>
          <Page one={one} />
        </AtDesk>,
      )
      press(da.notes.do['no-show'])
      await events(1)
      expect([startsAt, sending()[0]?.missed]).toEqual([startsAt, missed])
    }
  })

  test('what a colleague has noted since, and the same twice on a day, is noted once', async () => {
    const said = da.notes.said.replace('{{name}}', 'Bo').replace('{{what}}', da.notes.events['no-show'])
    for (const [shown, now] of [
      [talks(2), talks(2, ['no-show', 5])],
      [talks(2), talks(2, ['no-show', 4])],
      [talks(2, ['no-show', 5]), talks(2, ['no-show', 5])],
    ] as const) {
      cleanup()
      intake.now = now
      show(shown)
      press(da.notes.do['no-show'])
      expect(await screen.findByText(said)).toBeTruthy()
    }
    expect(sending()).toEqual([])
  })
})
