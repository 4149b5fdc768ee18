import { fireEvent, screen } from '@testing-library/preact'
import type { JSX } from 'preact'
import { beforeEach, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import type { StaffSlot } from '../../src/core/contract/index.ts'
import { IntakeError } from '../../src/inbox/shared/failure.ts'
import type * as reply from '../../src/inbox/model/reply.ts'
import type { Readable } from '../../src/inbox/model/requests.ts'
import { AtDesk } from './at-desk.tsx'
import './frames-at-once.ts'
import { on } from './made-up.ts'
import { eachOnItsOwnPage } from './own-page.ts'

// The intake and sealing are stood in for: what a request says and asks is looked at here.
// A file of tests imports this first: what comes before it has the real ones.
const standIn = vi.hoisted(() => ({
  newest: 0,
  moved: false,
  lost: false,
  /** What an answer waits for. */
  slow: Promise.resolve(),
  sent: [] as unknown[],
  states: [] as unknown[],
  notes: [] as unknown[],
  order: [] as string[],
}))
vi.mock('../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
vi.mock('../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, asked: unknown) => {
    standIn.states.push([name, asked])
    standIn.order.push(name)
    return standIn.moved ? Promise.reject(new IntakeError('state-changed')) : Promise.resolve()
  },
}))
vi.mock('../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: (_: unknown, __: string, words: object) => Promise.resolve(words),
  sendNote: async (_: string, note: unknown) => {
    await standIn.slow
    standIn.notes.push(note)
    standIn.order.push('note')
  },
}))
vi.mock('../../src/inbox/model/reply.ts', async importActual => {
  const actual = await importActual<typeof reply>()
  return {
    ...actual,
    prepareReply: (
      _: unknown,
      id: string,
      text: string,
      seen: ReadonlySet<string>,
      { shown }: { shown: boolean },
    ) =>
      standIn.newest > seen.size
        ? Promise.reject(new actual.NewerMessage(['citizen1', 'citizen2']))
        : Promise.resolve({ id, text, seen: seen.size, ...(shown && { shown }) }),
    prepareNotice: (_: unknown, id: string, words: object, seen: ReadonlySet<string>) =>
      standIn.newest > seen.size
        ? Promise.reject(new actual.NewerMessage(['staff1']))
        : Promise.resolve({ id, ...words }),
    sendReply: async (ready: unknown) => {
      await standIn.slow
      if (standIn.lost) throw new IntakeError('unreachable')
      standIn.sent.push(ready)
    },
  }
})

const { RequestDetail } = await import('../../src/inbox/requests/detail/request-detail.tsx')

export const { UNDO } = await import('../../src/inbox/shared/taking-back.ts')

/** What the intake was asked, and what it is to answer. */
export const intake = standIn

type More = { all?: readonly Readable[]; next?: Readable; slots?: readonly StaffSlot[] }
/** A request as its page shows it. */
export const page = (one: Readable, { all = [one], next, slots = [] }: More = {}): JSX.Element => (
  <AtDesk requests={all} slots={slots}>
    <RequestDetail opened={one} next={next} />
  </AtDesk>
)
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
/** Where a reply is written. */
export const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
export const type = (value: string): boolean => fireEvent.input(field(), { target: { value } })

/** Each test begins with an intake that was asked nothing, at ten on the fifth. */
export function eachAtTen(): void {
  eachOnItsOwnPage()
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${on(5)}T10:00:00Z`) })
    Object.assign(intake, {
      newest: 0,
      moved: false,
      lost: false,
      slow: Promise.resolve(),
      sent: [],
      states: [],
      notes: [],
      order: [],
    })
    vi.stubGlobal('scrollTo', () => undefined)
  })
}
